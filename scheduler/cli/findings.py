"""The words of the doctor's findings, by code: what was found and what to do, in Vietnamese and English."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from scheduler.sentences import vietnamese
from scheduler.service.findings import Finding

PLACES = {
    "versions": ("phiên bản", "versions"),
    "configuration": ("cấu hình", "configuration"),
    "calendars": ("lịch", "calendars"),
    "web": ("trang web", "web"),
    "channels": ("kênh gửi", "channels"),
    "inbox": ("thư mục nhận văn bản", "inbox"),
    "disk": ("ổ đĩa", "disk"),
    "database": ("cơ sở dữ liệu", "database"),
    "clock": ("đồng hồ", "clock"),
    "backup": ("sao lưu", "backup"),
    "people": ("người nhận", "people"),
    "sending": ("gửi tin", "sending"),
    "feeds": ("người theo dõi lịch", "feeds"),
    "tokens": ("mã truy cập", "tokens"),
    "review": ("chờ xem lại", "review"),
}
"""By a finding's `what`: Vietnamese, English."""

TEXTS: dict[str, tuple[str, str, str, str]] = {
    "versions": ("sched {sched}, Python {python}", "", "sched {sched}, Python {python}", ""),
    "program": ("{version}", "", "{version}", ""),
    "no-tesseract": (
        "chưa có Tesseract, nên không đọc được bản quét và ảnh chụp",
        "cài gói tesseract-ocr và tesseract-ocr-vie nếu cần",
        "there is no Tesseract, so scans and photographs cannot be read",
        "install the packages tesseract-ocr and tesseract-ocr-vie where they are needed",
    ),
    "no-vietnamese": (
        "{version} chưa có dữ liệu tiếng Việt",
        "cài gói tesseract-ocr-vie",
        "{version} lacks Vietnamese",
        "install the package tesseract-ocr-vie",
    ),
    "no-libreoffice": (
        "chưa có LibreOffice, nên không đọc được tệp .xls, .ods và .doc trước Word 97",
        "cài gói libreoffice-writer-nogui và libreoffice-calc-nogui nếu cần",
        "there is no LibreOffice, so .xls, .ods and .doc before Word 97 cannot be read",
        "install the packages libreoffice-writer-nogui and libreoffice-calc-nogui where they are needed",
    ),
    "configuration": ("{path}", "", "{path}", ""),
    "bad-part": (
        "{error}",
        "sửa chỗ ấy trong config.toml",
        "{error}",
        "mend that place in config.toml",
    ),
    "readable-secrets": (
        "{path} chứa mật khẩu mà người dùng nào trên máy cũng đọc được ({keys})",
        "chạy: chmod 640 {path}; hoặc để mật khẩu trong biến môi trường (env:TÊN) hay tệp riêng (file:ĐƯỜNG_DẪN)",
        "{path} holds passwords that every user of this machine can read ({keys})",
        "run: chmod 640 {path}; or keep them in the environment (env:NAME) or a file of their own (file:PATH)",
    ),
    "no-calendar": (
        "chưa có lịch nào",
        "thêm bảng [calendars.TÊN] vào config.toml",
        "there is none",
        "add a table [calendars.NAME] to config.toml",
    ),
    "calendars": ("{slugs}", "", "{slugs}", ""),
    "address": ("{url}", "", "{url}", ""),
    "address-local": (
        "địa chỉ công bố {url} chỉ mở được trên chính máy này",
        "đặt public_url trong [web] thành địa chỉ mà người khác dùng",
        "the published address {url} opens on this machine alone",
        "set public_url in [web] to the address that other people use",
    ),
    "address-plain": (
        "{url} không được mã hoá: mật khẩu và địa chỉ lịch riêng đi qua mạng ai cũng đọc được",
        "đặt máy chủ trung gian có TLS phía trước (docs/operations.md), rồi đổi public_url thành https://",
        "{url} is not encrypted: passwords and personal feeds can be read on the way",
        "put a proxy with TLS in front (docs/operations.md), then set public_url to https://",
    ),
    "channel-settings": (
        "{channel}: {error}",
        "sửa bảng ấy trong config.toml",
        "{channel}: {error}",
        "mend that table in config.toml",
    ),
    "channels": (
        "{channels}; thử bằng: sched test",
        "",
        "{channels}; `sched test` tries one out",
        "",
    ),
    "console-only": (
        "chưa có kênh nào ngoài màn hình",
        "thiết lập [email] hoặc [zalo_bot] trong config.toml để tin ra khỏi máy này",
        "none but the console",
        "set up [email] or [zalo_bot] in config.toml, so that messages leave this machine",
    ),
    "never-used": (
        "{channel}: chưa gửi tin nào",
        "thử một tin: sched test {channel} ĐỊA_CHỈ",
        "{channel}: nothing was ever sent",
        "try it: sched test {channel} ADDRESS",
    ),
    "last-failed": (
        "{channel}: lần gần nhất không gửi được, {failure} (gửi được lần cuối: {success})",
        "xem lý do: sched outbox list, rồi sched outbox explain MÃ",
        "{channel}: the last try failed, {failure} (last success: {success})",
        "look why: sched outbox list, then sched outbox explain ID",
    ),
    "last-sent": (
        "{channel}: gửi được lần cuối {success} (lần hỏng gần nhất: {failure})",
        "",
        "{channel}: last success {success} (last failure: {failure})",
        "",
    ),
    "no-inbox": (
        "{folder} không phải là thư mục",
        "tạo thư mục, hoặc bỏ `inbox` khỏi [calendars.{slug}]",
        "{folder} is no folder",
        "make the folder, or take `inbox` out of [calendars.{slug}]",
    ),
    "closed-inbox": (
        "{folder} không đọc được",
        "cho người dùng chạy sched quyền đọc thư mục ấy",
        "{folder} cannot be read",
        "give the user that runs sched the right to read it",
    ),
    "inbox": ("{slug}: {folder}", "", "{slug}: {folder}", ""),
    "disk": ("còn trống {free} MB ở {folder}", "", "{free} MB free in {folder}", ""),
    "disk-full": (
        "chỉ còn {free} MB ở {folder}",
        "dọn bớt: đầy ổ đĩa thì không nhập, không gửi, không sao lưu được",
        "only {free} MB free in {folder}",
        "make room: on a full disk nothing can be imported, sent or backed up",
    ),
    "no-database": (
        "{url}: chưa có; lệnh đầu tiên cần đến sẽ tạo ra",
        "",
        "{url}: not there yet; the first command that needs it makes it",
        "",
    ),
    "schema-behind": (
        "bảng dữ liệu cũ hơn phần mềm (thiếu {steps})",
        "chạy: sched upgrade",
        "the tables are older than the program ({steps} missing)",
        "run: sched upgrade",
    ),
    "database": (
        "{url}: {kind}, {size} KB, {events} việc, lược đồ {schema}",
        "",
        "{url}: {kind}, {size} KB, {events} events, schema {schema}",
        "",
    ),
    "damaged": (
        "tệp dữ liệu bị hỏng: {fault}",
        "khôi phục bản sao lưu: sched restore TỆP",
        "the file is damaged: {fault}",
        "restore a backup: sched restore FILE",
    ),
    "no-answer": (
        "{error}",
        "làm theo lời ấy; đường dẫn đứng ở `database` trong config.toml",
        "{error}",
        "do what it says; the address stands in `database` of config.toml",
    ),
    "clock": ("{at}", "", "{at}", ""),
    "clock-alone": (
        "không có gì chỉnh giờ máy này theo mạng; hãy so giờ ở trên với đồng hồ đúng",
        "chạy: timedatectl set-ntp true",
        "nothing keeps this machine's clock by the network; compare the time above with a clock that is right",
        "run: timedatectl set-ntp true",
    ),
    "clocks-differ": (
        "đồng hồ máy này và máy chủ dữ liệu lệch nhau {seconds} giây",
        "chỉnh giờ các máy theo mạng: timedatectl set-ntp true",
        "this machine's clock and the database server's differ by {seconds} seconds",
        "set the clocks of the machines by the network: timedatectl set-ntp true",
    ),
    "clock-went-back": (
        "đồng hồ chậm: đã có việc được ghi lúc {at}, muộn hơn bây giờ",
        "chỉnh giờ máy theo mạng: timedatectl set-ntp true",
        "the clock is behind: something was written at {at}, which is later than now",
        "set the clock by the network: timedatectl set-ntp true",
    ),
    "no-backup": (
        "chưa sao lưu lần nào",
        "chạy: sched backup TỆP, và đặt lịch chạy hằng ngày (docs/operations.md)",
        "no backup was ever made",
        "run: sched backup FILE, and have it done daily (docs/operations.md)",
    ),
    "backup-old": (
        "lần sao lưu gần nhất đã {days} ngày ({at})",
        "chạy: sched backup TỆP, và đặt lịch chạy hằng ngày (docs/operations.md)",
        "the last backup is {days} days old ({at})",
        "run: sched backup FILE, and have it done daily (docs/operations.md)",
    ),
    "backup": ("gần nhất {at}", "", "last {at}", ""),
    "nobody": (
        "chưa có ai để nhắc",
        "thêm bằng: sched people add",
        "there is nobody to remind",
        "add them with `sched people add`",
    ),
    "people": ("{count} người", "", "{count} are known", ""),
    "no-keepers": (
        "không ai thuộc nhóm {groups}, nên không ai được hỏi về giờ còn để ngỏ hay được báo khi kênh ngừng gửi",
        "thêm người vào nhóm: sched people change TÊN --group; hoặc ghi nhóm khác vào [office] trong config.toml",
        "nobody is in the group {groups}, so nobody is asked about times still open, or told when a channel stops",
        "put somebody into it: sched people change NAME --group; or name other groups in [office] of config.toml",
    ),
    "empty-group": (
        "lời nhắc {rule} chỉ dành cho nhóm {groups}, mà không ai thuộc nhóm ấy",
        "sửa tên nhóm trong config.toml, hoặc thêm người vào nhóm: sched people change TÊN --group",
        "the reminder {rule} is for the group {groups} only, and nobody is in it",
        "mend the name in config.toml, or put people into the group: sched people change NAME --group",
    ),
    "unreached": (
        "{count} người không kênh nào đến được: {names}",
        "thêm địa chỉ cho họ, hoặc thiết lập kênh mà họ có",
        "{count} cannot be reached by any configured channel: {names}",
        "give them an address, or set up the channel that they have",
    ),
    "unopened": (
        "tài khoản chưa đặt mật khẩu, đường dẫn đã quá hạn: {logins}",
        "trên trang Tài khoản, bấm Tạo đường dẫn đặt lại",
        "accounts without a password whose link has run out: {logins}",
        "make another link on the page of accounts",
    ),
    "no-sender": (
        "không có tiến trình nào đang gửi tin (lần cuối thấy: {since})",
        "chạy `sched up`, hoặc `sched run`",
        "no process has been sending reminders (last seen: {since})",
        "start `sched up`, or `sched run`",
    ),
    "sending": ("{count} tiến trình đang gửi", "", "{count} processes are sending", ""),
    "idle": ("không có tin nào chờ gửi", "", "nothing waits to be sent", ""),
    "waits-long": (
        "tin đến giờ đã chờ lâu nhất {minutes} phút",
        "xem: sched outbox list",
        "the oldest message that is due has waited {minutes} minutes",
        "look at: sched outbox list",
    ),
    "channel-halted": (
        "{channel} ngừng từ {since}: {reason}",
        "sửa [{channel}] trong config.toml, rồi: sched test {channel} ĐỊA_CHỈ",
        "{channel} is halted since {since}: {reason}",
        "mend [{channel}] in config.toml, then: sched test {channel} ADDRESS",
    ),
    "channel-resting": (
        "{channel} không gửi được từ {since}, sẽ tự thử lại: {reason}",
        "xem máy chủ ấy còn chạy không",
        "{channel} is down since {since} and is tried again by itself: {reason}",
        "look whether that server runs",
    ),
    "channel-failing": (
        "{channel} có tin không gửi được: {reason}",
        "",
        "{channel} turns messages away: {reason}",
        "",
    ),
    "turned-away": (
        "{channel}: {count} tin chưa gửi được, sẽ tự thử lại đến khi việc bắt đầu (sớm nhất {start}): {reason}",
        "xem: sched outbox list --state pending",
        "{channel}: {count} messages were not taken and are tried until the event begins (first {start}): {reason}",
        "look at: sched outbox list --state pending",
    ),
    "fetched": ("{slug}: {clients}", "", "{slug}: {clients}", ""),
    "fetched-long-ago": (
        "{slug}: không ai tải từ {at}",
        "mở địa chỉ lịch từ máy khác; xem máy chủ trung gian có chặn /feeds/ không",
        "{slug}: nobody has fetched it since {at}",
        "open its address from another machine; look whether the proxy bars /feeds/",
    ),
    "never-fetched": (
        "{slug}: chưa chương trình lịch nào tải",
        "gửi mọi người địa chỉ ở trang Theo dõi lịch",
        "{slug}: no calendar program has ever fetched it",
        "give people the address on the page Subscribe",
    ),
    "personal-feeds": (
        "{given} địa chỉ riêng, {fetched} được tải gần đây",
        "",
        "{given} personal feeds, {fetched} fetched lately",
        "",
    ),
    "token": ("Zalo OA dùng được đến {at}", "", "Zalo OA is good until {at}", ""),
    "token-ends": (
        "mã làm mới của Zalo OA sắp hết hạn, {at}: đã lâu không có tin nào được gửi qua đó",
        "gửi một tin thử: sched test zalo_oa MÃ_NGƯỜI_DÙNG; mã sẽ được làm mới",
        "the refresh token of Zalo OA ends at {at}: nothing was sent by it for long",
        "send a test message: sched test zalo_oa USER_ID; that renews it",
    ),
    "token-ended": (
        "mã làm mới của Zalo OA đã hết hạn {at}",
        "cấp quyền lại cho ứng dụng ở Zalo, đặt refresh_token mới vào [zalo_oa]",
        "the refresh token of Zalo OA ended at {at}",
        "authorise the application at Zalo again, and put the new refresh_token into [zalo_oa]",
    ),
    "review": (
        "{count} việc chờ người xem lại",
        "xử lý bằng: sched review, hoặc trang Xem lại",
        "{count} entries wait for a person",
        "settle them: `sched review`, or on the page Review",
    ),
}
"""By code: found and advice in Vietnamese, found and advice in English."""

_SENTENCES = ("error", "reason")
"""The facts that are sentences of errors."""


def place_of(finding: Finding, language: str) -> str:
    """Where it was found, in words."""
    return PLACES[finding.what][language != "vi"]


def words_of(finding: Finding, language: str, zone: ZoneInfo) -> tuple[str, str]:
    """What was found and what to do (empty where nothing is), instants in the zone."""
    vi_found, vi_advice, en_found, en_advice = TEXTS[finding.code]
    facts = {name: _fact(name, value, language, zone) for name, value in finding.facts.items()}
    found, advice = (vi_found, vi_advice) if language == "vi" else (en_found, en_advice)
    return found.format_map(facts), advice.format_map(facts)


def plain_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as JSON's values."""
    return {name: _plain(value) for name, value in facts.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _fact(name: str, value: Any, language: str, zone: ZoneInfo) -> Any:
    if name in _SENTENCES and language == "vi":
        return vietnamese(value)
    if name == "clients":
        return "; ".join(
            f"{vietnamese(client) if language == 'vi' else client} ({_fact('at', last, language, zone)})"
            for client, last in value
        )
    if value is None:
        return "chưa lần nào" if language == "vi" else "never"
    if isinstance(value, datetime):
        return f"{value.astimezone(zone):%d/%m/%Y %H:%M}"
    return value
