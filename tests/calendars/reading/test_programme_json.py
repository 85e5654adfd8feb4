"""The documented object of `sched read --json`."""

import hashlib
import json

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

TEXT = """\
HỘI LHPN TỈNH ĐÔNG LĨNH
Số: 63 /CTr-BTV
Đông Lĩnh, ngày 25 tháng 10 năm 2026

CHƯƠNG TRÌNH
Công tác tháng 11 năm 2026

II. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG
1. Giao ban Thường trực: Chiều thứ 6 hằng tuần.

Nơi nhận:
- VP Tỉnh ủy;
- Lưu: VP.
TL. BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG
Nguyễn Thị Hồng
"""


def test_a_programme_is_written_with_every_documented_key() -> None:
    data = TEXT.encode()
    body = programme_to_json(read_programme(decode(data, "chuong-trinh.txt")))
    confidence = body["entries"][0].pop("confidence")
    assert 0.9 <= confidence <= 1
    ignored = body.pop("ignored")
    assert {"text": "Đông Lĩnh, ngày 25 tháng 10 năm 2026", "reason": "issue-date", "line": 3} in ignored
    assert body == {
        "document": {
            "name": "chuong-trinh.txt",
            "sha256": hashlib.sha256(data).hexdigest(),
            "media_type": "text/plain",
            "pages": None,
        },
        "programme": {
            "kind": "monthly",
            "title": "CHƯƠNG TRÌNH Công tác tháng 11 năm 2026",
            "number": "63/CTr-BTV",
            "issuer": "HỘI LHPN TỈNH ĐÔNG LĨNH",
            "issued": "2026-10-25",
            "period": {"from": "2026-11-01", "to": "2026-11-30"},
            "signatory": "Nguyễn Thị Hồng",
            "distribution": ["VP Tỉnh ủy", "Lưu: VP"],
        },
        "entries": [
            {
                "title": "Giao ban Thường trực",
                "category": "meeting",
                "status": "confirmed",
                "when": {
                    "type": "recurring",
                    "rrule": "FREQ=WEEKLY;BYDAY=FR",
                    "first": "2026-11-06",
                    "until": "2026-11-27",
                    "except": [],
                    "roll": None,
                    "start": None,
                    "end": None,
                    "daypart": "afternoon",
                },
                "location": None,
                "chair": None,
                "attendees": None,
                "prepared_by": None,
                "note": None,
                "evidence": [
                    {"page": None, "line": 9, "text": "1. Giao ban Thường trực: Chiều thứ 6 hằng tuần."}
                ],
                "issues": [],
            }
        ],
        "issues": [],
    }
    assert json.loads(json.dumps(body)) == body
