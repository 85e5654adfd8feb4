"""What is held at another time: the old time beside the new one, or beside how far it is moved.

The old time becomes postponed, the new one firm: see `changed_times`.
"""

from calendars.grammar import changed_times
from calendars.grammar.change_rule import ChangeRule
from calendars.grammar.numbers import COUNT

# Not "chuyển đổi số", "đẩy mạnh", "trao đổi", "chiến dịch".
_MOVES = (
    r"chuyển(?! (?:đổi số|giao|biến|địa điểm|tiếp|hồ sơ|công tác|lấy))|đẩy lùi|đẩy(?! mạnh)"
    r"|(?<!chuyển )(?<!trao )(?<!không )(?<!không thay )đổi(?! (?:mới|địa điểm))"
    r"|dịch(?= (?:sang|chuyển|thời gian|lịch|lên|xuống|lại|đến|từ))"
)
_VERB = (
    rf"(?:tạm hoãn|hoãn|dời|{_MOVES}|(?<!không )thay đổi(?! địa điểm)|(?<!không )điều chỉnh"
    r"|lùi|lui|rời|gia hạn|đính chính)"
)
_VERBS = (
    "hoãn",
    "dời",
    "chuyển",
    "đẩy",
    "đổi",
    "dịch",
    "điều chỉnh",
    "lùi",
    "lui",
    "rời",
    "gia hạn",
    "đính chính",
)
_TO = r"(?:sang|đến|vào|thành|xuống|lên|tới|về|qua|là|còn|(?<=dời )lại|(?<=lùi )lại)"
_LENGTH = rf"(?P<count>{COUNT}) (?P<unit>ngày|tuần|tháng)"

MOVES = (
    ChangeRule(
        name="moved-to-instead-of",
        says=("thay vì", "thay cho"),
        least=2,
        pattern=rf"(?<!\w){_VERB}(?!\w)(?: [^\W\d_]+){{0,4}} {_TO}(?: các)? @[^@.;]{{0,20}}(?<!\w)"
        r"(?:thay vì|thay cho)(?!\w)...@",
        meaning=changed_times.new_then_old,
        examples={
            "được lùi sang ngày 28/11, thay vì tổ chức vào ngày 25/11 như kế hoạch": "confirmed postponed"
        },
    ),
    ChangeRule(
        name="met-a-weekday-off",
        says=("trùng", "rơi"),
        least=3,
        pattern=r"@...(?:trùng|rơi)(?: vào| với)?(?: ngày)? @...(?:nên|thì|do đó|vì vậy)...@",
        meaning=lambda found, readings: changed_times.old_then_new(found, [readings[0], readings[-1]]),
        examples={"ngày 11/11 trùng thứ Bảy nên chuyển sang thứ Hai ngày 13/11": "postponed confirmed"},
    ),
    ChangeRule(
        name="planned-but-now",
        says=("nay", "tuy nhiên", "vì vậy", "do đó", "do vậy"),
        least=2,
        pattern=r"@...(?:nay|tuy nhiên|vì vậy|do đó|do vậy)...@",
        meaning=changed_times.old_then_new,
        examples={
            "dự kiến tổ chức ngày 05/11, nay điều chỉnh sang ngày 07/11": "postponed confirmed",
            "theo kế hoạch tổ chức ngày 05/11 nay tổ chức vào ngày 07/11": "postponed confirmed",
        },
    ),
    ChangeRule(
        name="later-by",
        says=("lùi", "hoãn"),
        pattern=rf"(?:lùi|đẩy lùi|dời lùi|hoãn|lùi lịch)(?: lại| thời gian| lịch| họp| tổ chức| cuộc họp"
        rf"| hội nghị| thêm| chậm){{0,4}} {_LENGTH}(?! làm)(?! ?[(,] ?(?:tức )?(?:là )?@)(?!...{_TO}...@)...@",
        meaning=changed_times.later,
        examples={"lùi 01 tuần so với lịch cũ (24/11/2023)": "postponed confirmed"},
    ),
    ChangeRule(
        name="earlier-by",
        says=("sớm", "đẩy", "chuyển", "lịch cũ"),
        pattern=rf"(?:(?:đẩy|tổ chức|chuyển|họp)(?: [^\W\d_]+){{0,4}} )?(?:sớm|lên|trước)(?: hơn"
        rf"| lên){{0,2}} {_LENGTH}(?!...{_TO}...@)...(?:so với|lịch cũ|kế hoạch|dự kiến)...@",
        meaning=changed_times.earlier,
        examples={"tổ chức sớm hơn 02 ngày so với lịch cũ (24/11/2023)": "postponed confirmed"},
    ),
    ChangeRule(
        name="moved-later-by",
        says=("lùi", "dời", "hoãn", "chậm lại", "muộn hơn", "chậm hơn"),
        pattern=r"@...(?<!\w)(?:lùi|đẩy lùi|dời|hoãn|chậm lại|muộn hơn|chậm hơn)"
        rf"(?: lại| lùi| thời gian| chậm| thêm| lịch){{0,3}} {_LENGTH}(?! làm)(?!...@)",
        meaning=changed_times.later,
        examples={
            "Hội nghị ngày 24/11/2023 lùi lại 02 ngày": "postponed confirmed",
            "Hội nghị (ngày 24/11/2023) dời lại 1 tuần so với lịch cũ": "postponed confirmed",
            "Hội nghị ngày 24/11/2023 chậm lại 02 ngày": "postponed confirmed",
            "Lớp học ngày 24/11/2023 sẽ khai giảng muộn hơn 02 ngày": "postponed confirmed",
        },
    ),
    ChangeRule(
        name="moved-later-by-at-the-hour",
        says=("lùi", "dời", "hoãn", "chậm lại"),
        least=2,
        pattern=r"@...(?<!\w)(?:lùi|đẩy lùi|dời|hoãn|chậm lại)(?: lại| lùi| thời gian| chậm| thêm| lịch){0,3}"
        rf" {_LENGTH}(?! làm)[,;.]?(?: (?:thời )?(?:giờ|gian|giấc)| vẫn| không (?:thay )?đổi| (?:giữ )?nguyên| như cũ"
        r"| lúc| vào| bắt đầu| họp| tổ chức| là)*:? \(?@",
        meaning=changed_times.later_at,
        examples={
            "Hội nghị sáng 24/11/2023 lùi lại 02 ngày, giờ vẫn như cũ (8h00)": "postponed confirmed",
            "Hội nghị (sáng 24/11/2023): lùi 1 tuần, giờ không đổi (8h00)": "postponed confirmed",
        },
    ),
    ChangeRule(
        name="moved-with-its-day-later-by",
        says=("lùi", "dời", "hoãn"),
        pattern=rf"(?<!\w)(?:lùi|dời|hoãn)(?!\w)[^@.;]{{0,120}}@[ )]{{1,2}}(?:lùi |chậm )?(?:lại|thêm"
        rf"|chậm) {_LENGTH}(?!...@)",
        meaning=changed_times.later,
        examples={"Lùi họp Ban Thường vụ chiều 24/11/2023 thêm một tuần": "postponed confirmed"},
    ),
    ChangeRule(
        name="moved-earlier-by",
        says=("sớm", "đẩy lên"),
        pattern=rf"@...(?:đẩy sớm|sớm|đẩy lên)(?: hơn| lên){{0,2}} {_LENGTH}(?!...@)",
        meaning=changed_times.earlier,
        examples={"Hội nghị ngày 24/11/2023 đẩy sớm 01 ngày": "postponed confirmed"},
    ),
    ChangeRule(
        name="sooner-or-later-than-told",
        says=("sớm hơn", "muộn hơn", "chậm hơn"),
        least=2,
        pattern=r"@[^@.;]{0,60}(?<!\w)(?:sớm|muộn|chậm) hơn(?: (?:so với )?(?:dự kiến|kế hoạch|lịch))?[,:]?"
        r"(?: (?:vào|lúc|là|tức|cụ thể|từ)){0,3} @",
        meaning=changed_times.old_then_new,
        examples={"Họp xét thi đua ngày 20/11 tổ chức sớm hơn, vào 14h ngày 18/11": "postponed confirmed"},
    ),
    ChangeRule(
        name="old-one-new-one",
        says=("lịch cũ", "gian cũ", "hạn cũ", "ngày cũ", "giờ cũ"),
        least=2,
        pattern=r"(?<!\w)(?:lịch|thời gian|hạn|ngày|giờ) cũ:?[^@.;]{0,30}@[^@]{0,60}"
        r"(?<!\w)(?:(?:lịch|thời gian|hạn|ngày|giờ) mới:?|nay(?!\w))[^@.;]{0,40}@",
        meaning=changed_times.old_then_new,
        examples={
            "lịch cũ 11-12/9; lịch mới 24-25/9, khai mạc 7 giờ 30": "postponed confirmed",
            "lịch cũ chiều thứ Sáu, 10/11; nay đẩy sớm lên 9 giờ 30, thứ Năm, 09/11": "postponed confirmed",
            "Thời gian cũ: 14h ngày 20/11. Thời gian mới: 8h ngày 22/11": "postponed confirmed",
        },
    ),
    ChangeRule(
        name="moved-from-to",
        says=_VERBS,
        least=2,
        pattern=rf"{_VERB}(?!\w)...@...(?<!\w){_TO}(?!\w)...@",
        meaning=changed_times.moved,
        examples={
            "Hoãn cuộc họp ngày 24/11/2023 sang ngày 28/11/2023": "postponed confirmed",
            "chuyển từ 8h00 sang 14h00 cùng ngày 24/11/2023": "postponed confirmed",
            "dời Hội nghị từ 8h00 ngày 24/11 sang 14h00 ngày 25/11": "postponed confirmed",
        },
    ),
    ChangeRule(
        name="held-again",
        says=("hoãn", "tạm dừng", "tạm nghỉ"),
        least=2,
        pattern=r"(?<!\w)(?:hoãn|tạm dừng|tạm nghỉ)(?!\w)...@...(?<!\w)(?:(?:mở|họp|tổ chức|xét xử|tiến hành|triệu tập"
        r"|khai mạc|tiếp)(?: (?:phiên toà|phiên họp|cuộc họp|hội nghị))? (?:lại|bù)|bù)(?!\w)...@",
        meaning=changed_times.moved,
        examples={
            "hoãn phiên tòa ngày 10/11, mở lại lúc 13h30 ngày 25/11": "postponed confirmed",
            "tạm dừng tiếp công dân ngày 15/11, tiếp bù vào ngày 17/11": "postponed confirmed",
        },
    ),
    ChangeRule(
        name="made-up-for",
        says=("hoãn", "tạm dừng", "tạm nghỉ"),
        least=2,
        pattern=r"@[^@.;]{0,100}(?<!\w)(?:tạm dừng|tạm hoãn|hoãn|tạm nghỉ)(?!\w)...(?<!\w)(?:bù|lại)(?!\w)...@",
        meaning=changed_times.old_then_new,
        examples={"ngày 13/11: tạm dừng, sẽ ghi bù ngày 20/11": "postponed confirmed"},
    ),
    ChangeRule(
        name="off-and-moved",
        says=("huỷ", "bỏ", "không họp", "không tổ chức", "hoãn"),
        least=2,
        pattern=r"@[^@.;]{0,60}(?<!\w)(?:huỷ|bỏ|không (?:họp|tổ chức)(?: được)?|hoãn)(?!\w)[^@.;]{0,60}(?<!\w)"
        rf"(?:chuyển(?! (?:lấy|gửi|xin|hình thức|sang hình thức))|dời|lùi|đổi"
        rf"|(?:họp|học|thi|làm|tổ chức|tập) (?:lại|bù))(?!\w)(?: {_TO})?(?: (?:họp|lúc|vào|lịch)){{0,2}} @",
        meaning=changed_times.old_then_new,
        examples={
            "19g ngày 12/6 hủy, chuyển 19g ngày 13/6": "postponed confirmed",
            "14h ngày 11/6 không họp được do mất điện, dời lại 14h ngày 16/6": "postponed confirmed",
        },
    ),
    ChangeRule(
        name="not-then-made-up",
        says=("không ",),
        least=2,
        pattern=r"(?<!\w)không(?: [^\W\d_]+){1,4} @[^@.;]{0,40}(?<!\w)(?:chuyển|dời|lùi|đổi"
        rf"|(?:họp|học|thi|làm|tổ chức|tập) (?:lại|bù))(?!\w)(?: {_TO})?(?: (?:vào|lúc)){{0,2}} @",
        meaning=changed_times.old_then_new,
        examples={"không làm tối 28/9 nữa, làm bù sáng 03/10": "postponed confirmed"},
    ),
    ChangeRule(
        name="extended-from-to",
        says=("gia hạn",),
        pattern=r"(?<!\w)gia hạn(?!\w)[^@.;]{0,60}@(?!...@)",
        meaning=changed_times.extended,
        examples={"gia hạn từ ngày 15/11 đến hết ngày 30/11": "postponed confirmed"},
    ),
    ChangeRule(
        name="is-moved-to",
        says=_VERBS,
        least=2,
        pattern=rf"@...(?<!\w){_VERB}(?!\w)...(?<!\w){_TO}(?!\w)"
        r"(?![^@]{0,80}(?:giữ nguyên|không (?:thay )?đổi|xong|hoàn thành|trước))...@",
        meaning=changed_times.moved,
        examples={"Cuộc họp ngày 24/11 chuyển sang ngày 28/11": "postponed confirmed"},
    ),
    ChangeRule(
        name="made-into",
        says=("thành từ", "thành ngày"),
        least=2,
        pattern=r"@,? thành @",
        meaning=changed_times.moved,
        examples={"từ ngày 10 đến ngày 12/11 thành từ ngày 17 đến ngày 19/11": "postponed confirmed"},
    ),
    ChangeRule(
        name="exchanged-for",
        says=("đổi",),
        least=2,
        pattern=r"(?<!\w)(?<!trao )(?:hoán )?đổi(?!\w)[^@.;]{0,60}@ (?:cho|lấy) @",
        meaning=changed_times.moved,
        examples={"đổi ca trực ngày 14/11 cho ngày 16/11": "postponed confirmed"},
    ),
    ChangeRule(
        name="met-a-day-off",
        says=("trùng", "rơi"),
        least=2,
        pattern=r"@...(?:trùng|rơi)...(?:nên|thì|do đó|vì vậy)...@",
        meaning=changed_times.old_then_new,
        examples={"ngày 12/11 trùng ngày nghỉ nên họp ngày 13/11": "postponed confirmed"},
    ),
    ChangeRule(
        name="instead-of",
        says=("thay vì", "thay cho", "cũ", "trước đây", "đã thông báo", "ban đầu"),
        least=2,
        pattern=r"@...(?<!\w)(?:thay vì|thay cho|lịch cũ|(?<!như )cũ|trước đây(?: là)?|đã thông báo|theo lịch cũ"
        r"|(?<!giao )ban đầu(?! (?:giờ|ngày|tuần|tháng|quý|năm|khoá|khóa|kỳ|nhiệm|xuân)))(?!\w)[^@.;]{0,30}@",
        meaning=changed_times.new_then_old,
        examples={
            "họp ngày 28/11 (lịch cũ: 24/11)": "confirmed postponed",
            "họp ngày 28/11 thay vì ngày 24/11": "confirmed postponed",
        },
    ),
    ChangeRule(
        name="that-for-this",
        says=("thay ",),
        least=2,
        pattern=r"(?<!\w)thay (?:thế )?@ bằng @",
        meaning=changed_times.old_then_new,
        examples={"thay ngày 24/11 bằng ngày 28/11": "postponed confirmed"},
    ),
    ChangeRule(
        name="instead-first",
        says=("thay vì", "thay cho", "lịch cũ", "trước đây"),
        least=2,
        pattern=r"(?<!\w)(?:thay vì|thay cho|lịch cũ|trước đây(?: là)?)(?!\w)[^@.;]{0,30}@...@",
        meaning=changed_times.old_then_new,
        examples={"thay vì ngày 24/11, hội nghị họp ngày 28/11": "postponed confirmed"},
    ),
    ChangeRule(
        name="off-and-planned-anew",
        says=("hoãn", "tạm dừng"),
        least=2,
        pattern=r"@[^@.;]{0,30}(?<!\w)(?:tạm hoãn|hoãn|tạm dừng)(?!\w)[^@.;]{0,100}@",
        meaning=changed_times.planned_anew,
        examples={
            "Bảo vệ đề cương (chiều 14/11): tạm hoãn vì vắng, dự kiến tổ chức trong tuần sau": "postponed tentative"
        },
    ),
    ChangeRule(
        name="moved-between",
        says=_VERBS,
        pattern=rf"(?<!\w)(?<!chiến )(?:tạm hoãn|hoãn|dời|{_MOVES}|lùi)(?!\w)"
        rf"(?![^@.;]{{0,80}}(?<!\w)(?:sang|thành|vào|lại|nay)(?!\w))[^@.;(]{{0,80}}(?:từ )?@(?!...@)",
        meaning=changed_times.split,
        examples={
            "dời hội nghị từ ngày 24/11 đến ngày 28/11": "postponed confirmed",
            "lùi từ 14h ngày 05/3 đến 14h ngày 07/3": "postponed confirmed",
        },
    ),
)
