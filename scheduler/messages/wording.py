"""The words of messages, one table a language: all that a reader sees of our own stands here."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language. Names of fields say where a phrase stands; braces are filled in by `messages`."""

    greeting: str
    reminder: str
    deadline: str
    when: str
    until: str
    today: str
    tomorrow: str
    in_days: str
    hour_unknown: str
    place: str
    chair: str
    attendees: str
    prepared_by: str
    note: str
    tentative: str
    source: str
    source_number: str
    source_issued: str
    source_issuer: str
    source_hand: str
    passage: str
    late: str
    begun: str
    begun_some_time: str
    stop: str
    nudge: str
    nudge_opens: str
    nudge_open: str
    nudge_what: str
    halted: str
    halted_text: str
    change: str
    change_of: str
    change_several: str
    change_more: str
    change_kinds: Mapping[str, str]
    before: str
    after: str
    old_place: str
    no_time: str
    daily: str
    weekly: str
    monthly: str
    digest_for: str
    digest_open: str
    digest_tentative: str
    digest_due: str
    digest_until: str
    digest_lasts: str


VIETNAMESE = Words(
    greeting="Kính gửi đồng chí {name},",
    reminder="Nhắc lịch: {title}",
    deadline="Nhắc hạn: {title}",
    when="Thời gian",
    until="Thời hạn",
    today="hôm nay",
    tomorrow="ngày mai",
    in_days="còn {days} ngày",
    hour_unknown="giờ chưa nêu",
    place="Địa điểm",
    chair="Chủ trì",
    attendees="Thành phần",
    prepared_by="Chuẩn bị",
    note="Ghi chú",
    tentative="Thời gian là dự kiến, có thể thay đổi.",
    source="Nguồn",
    source_number="số {number}",
    source_issued="ngày {date}",
    source_issuer="của {issuer}",
    source_hand="do {hand} nhập",
    passage="“{text}”",
    late="Tin này đến muộn: lẽ ra gửi lúc {clock} ngày {date}.",
    begun="Sự kiện đã bắt đầu lúc {clock}.",
    begun_some_time="Sự kiện bắt đầu trong ngày {date}, giờ chưa nêu.",
    stop="Ngừng nhận tin: {url}",
    nudge="Cần chốt thời gian: {title}",
    nudge_opens="Khoảng thời gian dự kiến bắt đầu từ ngày {date} mà chưa có ngày cụ thể.",
    nudge_open="Khoảng thời gian dự kiến đã bắt đầu từ ngày {date} mà chưa có ngày cụ thể.",
    nudge_what="Đề nghị văn phòng xác định ngày, giờ và thông báo; khi văn bản mới được nhập, lịch sẽ tự cập nhật.",
    halted="Kênh {channel} đã ngừng, cần người xử lý",
    halted_text="Không gửi được tin qua {channel}: {reason}\nTin nhắn đang chờ và sẽ được gửi khi kênh hoạt động lại.",
    change="Thay đổi lịch: {title}",
    change_of="Theo {document}, lịch có thay đổi:",
    change_several="Thay đổi lịch: {count} nội dung",
    change_more="và {count} thay đổi khác, xin xem trên lịch",
    change_kinds={
        "added": "mới",
        "closed": "đã chốt thời gian",
        "moved": "chuyển thời gian",
        "altered": "thay đổi thông tin",
        "continued": "tiếp tục",
        "cancelled": "hủy",
        "restored": "đã khôi phục, vẫn diễn ra",
        "removed": "đã đưa ra khỏi lịch",
        "stands": "hiện nay như sau",
        "ended": "kết thúc",
    },
    before="Cũ",
    after="Mới",
    old_place="Địa điểm cũ",
    no_time="chưa có thời gian",
    daily="Lịch {date} của đồng chí {name}",
    weekly="Lịch tuần {week} của đồng chí {name}",
    monthly="Lịch tháng {month} của đồng chí {name}",
    digest_for="Từ ngày {first} đến ngày {last}",
    digest_open="Chưa chốt ngày:",
    digest_tentative="dự kiến",
    digest_due="hạn",
    digest_until="đến",
    digest_lasts="đến hết ngày {date}",
)

ENGLISH = Words(
    greeting="Dear {name},",
    reminder="Reminder: {title}",
    deadline="Deadline: {title}",
    when="When",
    until="Due",
    today="today",
    tomorrow="tomorrow",
    in_days="in {days} days",
    hour_unknown="hour not given",
    place="Where",
    chair="Chair",
    attendees="For",
    prepared_by="Prepared by",
    note="Note",
    tentative="The time is tentative and may change.",
    source="Source",
    source_number="no. {number}",
    source_issued="of {date}",
    source_issuer="by {issuer}",
    source_hand="entered by {hand}",
    passage="“{text}”",
    late="This message is late: it was to be sent at {clock} on {date}.",
    begun="The event began at {clock}.",
    begun_some_time="The event begins on {date}, at an hour that is not given.",
    stop="Stop these messages: {url}",
    nudge="A time is to be settled: {title}",
    nudge_opens="The window opens on {date} and there is no day yet.",
    nudge_open="The window opened on {date} and there is no day yet.",
    nudge_what="Please settle the day and the hour; the calendar follows when the new document is imported.",
    halted="The channel {channel} has stopped and needs somebody",
    halted_text="Nothing can be sent by {channel}: {reason}\nMessages wait and go out when it works again.",
    change="Changed: {title}",
    change_of="According to {document}, the calendar has changed:",
    change_several="Changed: {count} items",
    change_more="and {count} other changes, to be seen on the calendar",
    change_kinds={
        "added": "new",
        "closed": "the time is settled",
        "moved": "moved",
        "altered": "altered",
        "continued": "continues",
        "cancelled": "cancelled",
        "restored": "restored, it takes place after all",
        "removed": "taken off the calendar",
        "stands": "as it stands now",
        "ended": "ended",
    },
    before="Before",
    after="Now",
    old_place="Place before",
    no_time="no time yet",
    daily="{name}: {date}",
    weekly="{name}: week {week}",
    monthly="{name}: month {month}",
    digest_for="{first} to {last}",
    digest_open="No day yet:",
    digest_tentative="tentative",
    digest_due="due",
    digest_until="until",
    digest_lasts="through {date}",
)

WORDS: Mapping[str, Words] = {"vi": VIETNAMESE, "en": ENGLISH}
