import pytest

from scheduler.channels.zalo_oa import normal_phone

PHONE = "84987654321"


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("84987654321", PHONE),
        ("+84987654321", PHONE),
        ("+84 98 765 4321", PHONE),
        ("0987.654.321", PHONE),
        ("987654321", PHONE),
        ("02439876543", "842439876543"),
        ("", None),
        ("113", None),
        ("+1 202 555 0100 99", None),
        ("số 5", None),
    ],
)
def test_phone_is_brought_to_one_form(text: str, phone: str | None) -> None:
    assert normal_phone(text) == phone
