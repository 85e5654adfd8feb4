"""What holds for every date and every text."""

import unicodedata
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from calendars.grammar import Context, told, understand
from calendars.grammar.spelling import fold
from calendars.times import DaySpan, month_span
from calendars.when import Day, Span, extent

NOVEMBER = Context(period=month_span(2023, 11))
DAYS = st.dates(date(2001, 1, 1), date(2099, 12, 31))
FORMS = (
    "ngày {0:%d/%m/%Y}",
    "{0:%d/%m/%Y}",
    "{0.day}/{0.month}/{0.year}",
    "{0:%d-%m-%Y}",
    "{0:%d.%m.%Y}",
    "ngày {0:%d} / {0:%m} / {0:%Y}",
    "ngày {0.day} tháng {0.month} năm {0.year}",
    "Ngày {0:%d} tháng {0:%m} năm {0:%Y}",
    "{0:%d/%m/%y}",
    "{0:%Y-%m-%d}",
    "NGÀY {0:%d/%m/%Y}.",
    "({0:%d/%m/%Y})",
    "ngày {0:%d/%m-%Y}",
)
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
CONTEXTS = st.one_of(
    st.just(Context()),
    st.builds(lambda day: Context(issued=day), DAYS),
    st.builds(
        lambda day, days: Context(period=DaySpan(day, day + timedelta(days=days))), DAYS, st.integers(0, 400)
    ),
)


@given(DAYS, st.sampled_from(FORMS), CONTEXTS)
def test_any_full_date_is_read_back_in_any_form(day, form, context):
    (reading,) = understand(form.format(day), context).readings
    assert reading.when == Day(day)
    assert not reading.issues


@given(DAYS, st.sampled_from(FORMS), st.sampled_from(("NFC", "NFD")), st.booleans())
def test_spelling_and_spaces_make_no_difference(day, form, normal, wide):
    text = unicodedata.normalize(normal, form.format(day))
    text = text.replace(" ", "\u00a0\u200b") if wide else text
    (reading,) = understand(text, NOVEMBER).readings
    assert reading.when == Day(day)


@given(DAYS, st.sampled_from(FORMS[:8]))
def test_date_is_read_without_diacritics(day, form):
    (reading,) = understand(fold(form.format(day)), NOVEMBER).readings
    assert reading.when == Day(day)


@given(DAYS)
def test_weekday_that_fits_raises_no_doubt_and_another_does(day):
    right = f"{WEEKDAYS[day.weekday()]}, ngày {day:%d/%m/%Y}"
    wrong = f"{WEEKDAYS[(day.weekday() + 3) % 7]}, ngày {day:%d/%m/%Y}"
    for text, codes in ((right, []), (wrong, ["weekday-conflict"])):
        (reading,) = understand(text, NOVEMBER).readings
        assert (reading.when, [issue.code for issue in reading.issues]) == (Day(day), codes)


@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)), st.integers(1, 300))
def test_range_is_read_back(day, days):
    last = day + timedelta(days=days)
    (reading,) = understand(f"từ ngày {day:%d/%m/%Y} đến ngày {last:%d/%m/%Y}", NOVEMBER).readings
    anniversary = (day.day, day.month) == (last.day, last.month)
    assert anniversary or reading.when == Span(day, last)


@given(DAYS)
def test_day_and_month_are_of_the_nearest_year(day):
    context = Context(period=month_span(day.year, day.month))
    (reading,) = understand(f"ngày {day.day}/{day.month}", context).readings
    assert reading.when == Day(day)


WORDS = (
    "hội nghị tổng kết phong trào thi đua cán bộ đại biểu phụ nữ tỉnh triển khai phối hợp xây dựng địa bàn"
    " văn hóa"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_text_without_a_word_of_time_says_nothing_of_time(words):
    told_ = understand(" ".join(words), NOVEMBER)
    assert told_.readings == ()
    assert told_.issues == ()


TEMPORAL = st.sampled_from(
    "ngày tháng năm thứ hai 2 24 / - 11 2023 , ; ( ) . : từ đến trước sáng chiều hằng tuần quý cuối đầu"
    " 8h00 30 giờ mùng rằm "
    "tết nhân dịp 20/11 đã hoãn sang số 26-CT/TU lần mỗi trừ lễ dự kiến khoảng 99 âm lịch nhuận 0 nay"
    " lùi 02 \n \u0301 ½".split(" ")
)


@given(st.lists(TEMPORAL, max_size=25).map(" ".join), CONTEXTS)
@example("lùi 99 tháng ngày 31/12/9999", Context())
@example("từ ngày 01/01/2023, 999 tháng", Context())
@example("ngày 30/02 hằng năm", Context(issued=date(2023, 1, 1)))
def test_any_jumble_of_words_of_time_is_read_without_fault(text, context):
    understanding = understand(text, context)
    for one in (*understanding.readings, *understanding.observances, *understanding.no_times):
        assert 0 <= one.at[0] <= one.at[1] <= len(text)
    for reading in told(understanding):
        days = extent(reading.when)
        assert days is None or days.first <= days.last


@given(st.text(max_size=200), CONTEXTS)
@example("İİ 24/11 İ", NOVEMBER)
@example("\u0301" * 50 + "ngày 24", NOVEMBER)
@example("ngày ٢٤/١١", NOVEMBER)
@example("ngày ²/³ và ½", NOVEMBER)
def test_reading_never_raises_whatever_the_text(text, context):
    for language in ("vi", "en"):
        for one in understand(text, context, language).readings:
            assert 0 <= one.at[0] <= one.at[1] <= len(text)
