"""The wordings of `phrasing`, one table a language: all that a reader sees stands here, and no rule does."""

from collections.abc import Mapping
from dataclasses import dataclass

from calendars.marks import Status
from calendars.recurrence import Frequency, Roll
from calendars.times import DayPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language. In templates {hours} and {part} end with what parts them from the day that follows."""

    weekdays: tuple[str, ...]
    parts: Mapping[DayPart, str]
    part_alone: Mapping[DayPart, str]
    ordinals: Mapping[int, str]
    status: Mapping[Status, str]
    and_: str
    day: str
    short_day: str
    days: str
    days_of_month: str
    span: str
    span_from: str
    span_edge: str
    span_end_edge: str
    window: str
    clock: str
    clock_and_part: str
    months: tuple[str, ...]
    month: str
    decades: tuple[str, str, str]
    halves: tuple[str, str]
    quarter: str
    half_years: tuple[str, str]
    year: str
    week: str
    undated: str
    undated_day: str
    hours_each_day: str
    hour_unknown: str
    ends_at: str
    by_deadline: str
    weekly: str
    weeks_apart: str
    monthly: str
    months_apart: str
    quarterly: str
    yearly: str
    every: Mapping[Frequency, str]
    every_one: Mapping[Frequency, str]
    working_week: str
    on_month_day: str
    last_month_day: str
    nth_weekday: str
    working_day: Mapping[int, str]
    nth_working_day: str
    of_year: str
    of_months: str
    month_number: str
    in_week: Mapping[int, str]
    daily_bounded: str
    until_aside: str
    of_quarter: Mapping[int, str]
    between: str
    since: str
    until: str
    left_out: str
    not_on_holidays: str
    roll: Mapping[Roll, str]


_VIETNAMESE_PARTS = {
    DayPart.MORNING: "sáng",
    DayPart.NOON: "trưa",
    DayPart.AFTERNOON: "chiều",
    DayPart.EVENING: "tối",
    DayPart.NIGHT: "đêm",
    DayPart.ALL_DAY: "cả ngày",
}

VIETNAMESE = Wording(
    weekdays=("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    parts=_VIETNAMESE_PARTS,
    part_alone=_VIETNAMESE_PARTS
    | {
        part: f"buổi {_VIETNAMESE_PARTS[part]}"
        for part in DayPart
        if part not in (DayPart.ALL_DAY, DayPart.NIGHT)
    },
    ordinals={
        1: "đầu tiên",
        2: "tuần thứ hai",
        3: "tuần thứ ba",
        4: "tuần thứ tư",
        5: "tuần thứ năm",
        -1: "cuối cùng",
    },
    status={Status.TENTATIVE: "dự kiến ", Status.CANCELLED: "đã hủy: ", Status.POSTPONED: "đã hoãn: "},
    and_=" và ",
    day="{weekday}, ngày {date}",
    short_day="ngày {date}",
    days="các ngày {days}",
    days_of_month="các ngày {days}",
    span="từ ngày {first} đến ngày {last}",
    span_from="từ ngày {first}",
    span_edge="từ {hours} ngày {first}",
    span_end_edge="đến {hours} ngày {last}",
    window="một ngày trong khoảng từ ngày {first} đến ngày {last}",
    clock="{hour:02d}h{minute:02d}",
    clock_and_part="{clock} {part}",
    months=("tháng 01", "tháng 02", *(f"tháng {month}" for month in range(3, 13))),
    month="{name}/{year}",
    decades=("thượng tuần {month}", "trung tuần {month}", "hạ tuần {month}"),
    halves=("nửa đầu {month}", "nửa cuối {month}"),
    quarter="quý {quarter}/{year}",
    half_years=("6 tháng đầu năm {year}", "6 tháng cuối năm {year}"),
    year="trong năm {year}",
    week="tuần {week}/{year}",
    undated="thời gian cụ thể sẽ thông báo sau",
    undated_day="ngày chưa nêu",
    hours_each_day="{hours} hằng ngày, ",
    hour_unknown="giờ chưa nêu",
    ends_at="kết thúc lúc {end}",
    by_deadline="chậm nhất {when}",
    weekly="{days} hằng tuần",
    weeks_apart="{count:02d} tuần một lần, vào {days}",
    monthly="{days} hằng tháng",
    months_apart="{count:02d} tháng một lần, vào {days}",
    quarterly="{days} hằng quý",
    yearly="{days} hằng năm",
    every={
        Frequency.DAILY: "{count:02d} ngày một lần",
        Frequency.WEEKLY: "{count:02d} tuần một lần",
        Frequency.MONTHLY: "{count:02d} tháng một lần",
        Frequency.YEARLY: "{count:02d} năm một lần",
    },
    every_one={
        Frequency.DAILY: "hằng ngày",
        Frequency.WEEKLY: "hằng tuần",
        Frequency.MONTHLY: "hằng tháng",
        Frequency.YEARLY: "hằng năm",
    },
    working_week="từ thứ Hai đến thứ Sáu",
    on_month_day="ngày {day:02d}",
    last_month_day="ngày cuối cùng",
    nth_weekday="{weekday} {nth}",
    working_day={1: "ngày làm việc đầu tiên", -1: "ngày làm việc cuối cùng"},
    nth_working_day="ngày làm việc thứ {nth}",
    of_year="ngày {day:02d}/{month}",
    of_months="{days} của {months} hằng năm",
    month_number="tháng {month}",
    in_week={
        1: "tuần thứ nhất",
        2: "tuần thứ hai",
        3: "tuần thứ ba",
        4: "tuần thứ tư",
        5: "tuần thứ năm",
        -1: "tuần cuối cùng",
    },
    daily_bounded="lặp lại hằng ngày",
    until_aside=" (đến hết ngày {last})",
    of_quarter={
        1: "{days} của tháng đầu quý",
        2: "{days} của tháng giữa quý",
        3: "{days} của tháng cuối quý",
    },
    between=", từ ngày {first} đến ngày {last}",
    since=", kể từ ngày {first}",
    until=", đến hết ngày {last}",
    left_out=", trừ {days}",
    not_on_holidays=", trừ ngày lễ",
    roll={
        Roll.NEXT: ", nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo",
        Roll.PREVIOUS: ", nếu trùng ngày nghỉ thì chuyển sang ngày làm việc liền trước",
        Roll.NEAREST: ", nếu trùng ngày nghỉ thì chuyển sang ngày làm việc gần nhất",
    },
)

_ENGLISH_PARTS = {
    DayPart.MORNING: "morning of",
    DayPart.NOON: "noon of",
    DayPart.AFTERNOON: "afternoon of",
    DayPart.EVENING: "evening of",
    DayPart.NIGHT: "night of",
    DayPart.ALL_DAY: "all day on",
}

ENGLISH = Wording(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    parts=_ENGLISH_PARTS,
    part_alone={part: words.rpartition(" ")[0] for part, words in _ENGLISH_PARTS.items()},
    ordinals={1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"},
    status={
        Status.TENTATIVE: "tentatively ",
        Status.CANCELLED: "cancelled: ",
        Status.POSTPONED: "postponed: ",
    },
    and_=" and ",
    day="{weekday} {date}",
    short_day="{date}",
    days="{days}",
    days_of_month="{days}",
    span="{first} to {last}",
    span_from="from {first}",
    span_edge="from {hours} {first}",
    span_end_edge="to {hours} {last}",
    window="some day from {first} to {last}",
    clock="{hour:02d}:{minute:02d}",
    clock_and_part="{clock}",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    month="{name} {year}",
    decades=("the 1st to 10th of {month}", "the 11th to 20th of {month}", "from the 21st of {month}"),
    halves=("the first half of {month}", "the second half of {month}"),
    quarter="quarter {quarter} of {year}",
    half_years=("the first half of {year}", "the second half of {year}"),
    year="some time in {year}",
    week="week {week} of {year}",
    undated="time to be announced",
    undated_day="day not given",
    hours_each_day="{hours} each day, ",
    hour_unknown="hour not given",
    ends_at="until {end}",
    by_deadline="no later than {when}",
    weekly="every {days}",
    weeks_apart="every {count} weeks on {days}",
    monthly="{days} of every month",
    months_apart="every {count} months on {days}",
    quarterly="{days} of every quarter",
    yearly="{days} every year",
    every={
        Frequency.DAILY: "every {count} days",
        Frequency.WEEKLY: "every {count} weeks",
        Frequency.MONTHLY: "every {count} months",
        Frequency.YEARLY: "every {count} years",
    },
    every_one={
        Frequency.DAILY: "every day",
        Frequency.WEEKLY: "every week",
        Frequency.MONTHLY: "every month",
        Frequency.YEARLY: "every year",
    },
    working_week="Monday to Friday",
    on_month_day="day {day}",
    last_month_day="the last day",
    nth_weekday="the {nth} {weekday}",
    working_day={1: "the first working day", -1: "the last working day"},
    nth_working_day="working day {nth}",
    of_year="{day}/{month}",
    of_months="{days} of {months} every year",
    month_number="month {month}",
    in_week={1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"},
    daily_bounded="every day",
    until_aside=" (until {last})",
    of_quarter={
        1: "{days} of each quarter's first month",
        2: "{days} of each quarter's second month",
        3: "{days} of each quarter's last month",
    },
    between=", from {first} to {last}",
    since=", from {first}",
    until=", until {last}",
    left_out=", except {days}",
    not_on_holidays=", except public holidays",
    roll={
        Roll.NEXT: ", on the next working day where it is a day off",
        Roll.PREVIOUS: ", on the working day before where it is a day off",
        Roll.NEAREST: ", on the nearest working day where it is a day off",
    },
)

WORDINGS: Mapping[str, Wording] = {"vi": VIETNAMESE, "en": ENGLISH}
