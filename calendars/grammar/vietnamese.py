"""The tables of Vietnamese, in the order in which they are tried, and the small words between its pieces."""

from calendars.grammar import changing, observance_names, ocr, taking_back
from calendars.grammar.certainty import CERTAINTY_RULES
from calendars.grammar.citations import CITATION_RULES
from calendars.grammar.clock import CLOCK_RULES, PART_RULES
from calendars.grammar.clusters import SmallWords
from calendars.grammar.days import DATE_RULES, NUMBER_RULES, PLAIN_DATE_RULES
from calendars.grammar.feast_names import FEAST_NAME_RULES
from calendars.grammar.language import CHANGE, DOUBT, FEAST, FIGURES, SCANNED, Language
from calendars.grammar.leaving_out import LEAVING_OUT_RULES
from calendars.grammar.lengths import LENGTH_RULES
from calendars.grammar.lunar import LUNAR_RULES
from calendars.grammar.names import CASED_RULES, NAME_RULES
from calendars.grammar.periods import PERIOD_RULES
from calendars.grammar.repeats import REPEAT_RULES
from calendars.grammar.spelling import fold
from calendars.grammar.table import Sign
from calendars.grammar.weekdays import WEEKDAY_RULES

VIETNAMESE = Language(
    name="vi",
    pieces=(
        *PLAIN_DATE_RULES,
        *REPEAT_RULES,
        *LEAVING_OUT_RULES,
        *LUNAR_RULES,
        *CLOCK_RULES,
        *CERTAINTY_RULES,
        *PERIOD_RULES,
        *WEEKDAY_RULES,
        *PART_RULES,
        *DATE_RULES,
        *LENGTH_RULES,
        *NUMBER_RULES,
    ),
    masks=(*CITATION_RULES, *NAME_RULES, *FEAST_NAME_RULES),
    cased=CASED_RULES,
    cased_signs=(" tháng ", " năm ", ","),
    plain_cased_signs=(" thang ", " nam ", ","),
    small_words=SmallWords(
        ands="và|va|hoặc|hoac",
        fillers=r"cùng(?= (?:với )?ngày)|cung(?= ?(?:ngay|\Z))|cùng(?= ?\Z)|vào|lúc|hồi|của|ngày|các|trong"
        r"|diễn ra|tổ chức|tiến hành"
        r"|họp|giao ban|sinh hoạt"
        r"|khai mạc|bắt đầu|định kỳ|thường kỳ|là|theo|trùng(?= (?:chủ|thứ))|thời gian|được|sẽ|tức|nhằm"
        r"|khoảng|ở|đúng|thì|mở|mỗi|giờ(?= ?:)"
        r"|chỉ (?:học|làm|họp|tổ chức)"
        r"|vao|luc|hoi|cua|ngay|cac|dien ra|to chuc|hop|thoi gian|bat dau|dinh ky|(?:hai|02|2) ngày",
        names=("họp", "hop", "giao ban", "sinh hoạt"),
    ),
    signs=(
        Sign(SCANNED, ocr.BEGINNINGS),
        Sign(FIGURES, ocr.FIGURE_BEGINNINGS),
        Sign(FEAST, observance_names.BEGINNINGS),
        Sign(CHANGE, changing.BEGINNINGS),
        Sign(DOUBT, taking_back.BEGINNINGS),
    ),
    plain_signs=(
        Sign(FIGURES, fold(ocr.FIGURE_BEGINNINGS)),
        Sign(FEAST, observance_names.BEGINNINGS),
        Sign(CHANGE, changing.PLAIN_BEGINNINGS),
        Sign(DOUBT, fold(taking_back.BEGINNINGS)),
    ),
    without_marks=True,
)
