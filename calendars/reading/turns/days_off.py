"""Where a standing meeting goes when it meets a day off, said in a whole sentence.

"nếu ngày 15 hàng tháng rơi vào ngày nghỉ tuần thì việc tiếp công dân được chuyển sang ngày làm việc tiếp theo": which
days off these are, and what is moved, is said in a hundred ways, and means but one of two things. What is hard is to
leave alone the day that is moved by its date, and the days of the month of which alone it is said.
"""

import re

from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_REPEATS = re.compile(
    r"\b(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý)\b|/tháng\b|/tuần\b|\blần\b|\btrong tháng\b", re.IGNORECASE
)
_OFF = r"(?:ngh[ỉĩi](?!\w)|lễ|tết|thứ\s+(?:bảy|bẩy|7)|t7|chủ nhật|cn|cuối tuần)"
_WORDS = r"[^.;:()/\n]"
_IF = (
    r"(?:(?:trong\s+)?(?:các\s+)?trường hợp|nếu|khi|gặp khi)\s+"
    rf"(?:(?:các\s+)?ngày\s+(?P<days>\d{{1,2}}(?:(?:,|\s+và|,\s*và|\s+hoặc)\s+(?:ngày\s+)?\d{{1,2}}){{0,5}})\s+)?"
    rf"{_WORDS}{{0,60}}?\b(?:trùng|rơi|gặp|vướng|là|nhằm|vào)\b"
)
_MEETS = (  # without its "nếu": "(ngày 15 trùng vào ngày nghỉ thì ...)"
    r"(?:(?<=[(,;.])|(?<=[(,;.]\s))(?:(?:các\s+)?(?:ngày|lịch)\s[^.,;:()/\n]{0,50}?)?\b(?:trùng|rơi|gặp|vướng)\b"
)
_AFTER = (
    r"(?:kế tiếp theo|tiếp theo|kế tiếp|tiếp sau|liền kề|liền sau|ngay sau|sau đó|tiếp đó|kề sau|đầu tiên|gần kề|kế"
    r"|liền|kề|sau|tiếp)"
)
_BEFORE = r"(?:(?:liền |ngay |kề )?trước(?: đó| liền kề)?|liền kề trước(?: đó)?)"
_OF_WHICH = (
    r"(?:\s+(?:(?:sau|của)\s+)?(?:(?:các\s+|những\s+)?(?:ngày|kỳ|đợt)\s+ngh[ỉĩi]|tuần|tháng)"
    r"(?:\s+(?:lễ|tết|đó|trên|này|kế tiếp|tiếp theo|sau|liền kề|kế)){0,3})?"
)
_TO = (
    rf"ngày\s+làm\s+việc\s+(?:(?P<before>{_BEFORE})|{_AFTER}(?:\s+{_AFTER}){{0,3}}{_OF_WHICH})(?!\w)"
    rf"(?!\s*\(?\s*(?:ngày\s+)?\d)"
)


def _plainly(found: re.Match[str], _period: DaySpan | None) -> str:
    days = f" ngày {found['days']}" if found["days"] and not found["days"].isdigit() else ""
    which = "liền trước" if found["before"] else "tiếp theo"
    return f"nếu{days} trùng ngày nghỉ thì chuyển sang ngày làm việc {which}"


DAYS_OFF = (
    Turn(
        name="to-a-working-day",
        says=("ngày làm việc",),
        pattern=re.compile(
            rf"(?:\bngày\s+\d{{1,2}}\s+(?=nếu\s+trùng\b))?(?:\b{_IF}|{_MEETS})\s{_WORDS}{{0,50}}?\b{_OFF}{_WORDS}{{0,120}}?\b{_TO}",
            re.IGNORECASE,
        ),
        plainly=_plainly,
        examples=(
            (
                (
                    "ngày 15 hằng tháng (nếu ngày 15 hàng tháng rơi vào ngày nghỉ tuần, nghỉ lễ, nghỉ tết thì "
                    "chuyển sang ngày làm việc tiếp theo)"
                ),
                "ngày 15 hằng tháng (nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo)",
            ),
            (
                (
                    "ngày 05 hàng tháng, trường hợp trùng lễ, tết, ngày nghĩ hàng tuần thì việc tiếp công dân được làm "
                    "vào ngày làm việc liền sau; tiếp đột xuất"
                ),
                "ngày 05 hàng tháng, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo; tiếp đột xuất",
            ),
            (
                "ngày 08, 18 hằng tháng; nếu ngày 08, ngày 18 trùng ngày lễ thì họp vào ngày làm việc liền trước đó",
                "ngày 08, 18 hằng tháng; nếu ngày 08, ngày 18 trùng ngày nghỉ thì chuyển sang ngày làm việc liền trước",
            ),
            (
                "ngày 20 hàng tháng (ngày 20 trùng vào ngày nghỉ thì lịch tiếp chuyển sang ngày làm việc tiếp theo).",
                "ngày 20 hàng tháng (nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo).",
            ),
            (
                "thứ Tư hằng tuần, nếu trùng lễ 02/9 thì chuyển sang ngày làm việc tiếp theo",
                "thứ Tư hằng tuần, nếu trùng lễ 02/9 thì chuyển sang ngày làm việc tiếp theo",
            ),
        ),
        holds=lambda text, _: _REPEATS.search(text) is not None,
    ),
    Turn(
        # The condition is but the names of the days off.
        name="days-off-to-a-working-day",
        says=("ngày làm việc",),
        pattern=re.compile(
            rf"(?P<lead>\(\s*)(?:(?:các|những|vào)\s+)*(?P<days>ngày\s+)(?:nghỉ\b|lễ\b|tết\b){_WORDS}{{0,60}}?\s+thì\s"
            rf"{_WORDS}{{0,50}}?\b{_TO}",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: (
            f"{found['lead']}nếu trùng ngày nghỉ thì chuyển sang ngày làm việc "
            f"{'liền trước' if found['before'] else 'tiếp theo'}"
        ),
        examples=(
            (
                "ngày 05 hàng tháng (ngày nghỉ, lễ, tết thì dời qua ngày làm việc kế tiếp)",
                "ngày 05 hàng tháng (nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo)",
            ),
        ),
        holds=lambda text, _: _REPEATS.search(text) is not None,
    ),
)
