"""Values of people: a phone has one form however it is written."""

import pytest

from scheduler.channel_kinds import ChannelKind
from scheduler.people import Address, normal_phone

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
        ("0084987654321", PHONE),
        ("+912345678", None),
        ("0987\u00a0654\u2013321", PHONE),
    ],
)
def test_phone_is_brought_to_one_form(text: str, phone: str | None) -> None:
    assert normal_phone(text) == phone


@pytest.mark.parametrize(
    "written", ["0987654321", "+84 987 654 321", "0987.654.321", "(0987) 654-321", PHONE]
)
def test_who_is_known_by_a_phone_alone_is_so_however_it_is_written(written: str) -> None:
    address = Address(ChannelKind.ZALO_OA, written, written)
    assert address == Address(ChannelKind.ZALO_OA, PHONE, PHONE)
    assert address.is_phone_alone


def test_a_user_id_stays_beside_a_phone() -> None:
    address = Address(ChannelKind.ZALO_OA, "186729651760683225", "0987654321")
    assert (address.value, address.phone, address.is_phone_alone) == ("186729651760683225", PHONE, False)
