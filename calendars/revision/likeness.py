"""How alike two titles are, and whether something in them says that they are not the same meeting.

Offices write the same meeting in many ways ("Giao ban TT", "Họp giao ban Thường trực Hội") and different meetings in
nearly one ("sơ kết 6 tháng", "tổng kết 6 tháng"). So titles are compared as weighed words: heads such as "họp" hardly
count, numbers and names count thrice; and other numbers, acts, bodies or places on both sides speak against, however
alike the rest (reference section F.6). Where each has a word of weight that the other lacks ("cơ sở", "cơ quan"), they
differ, and a person is asked. Time is no part of it, nor a remark in brackets of where it was: see `relations`.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import fsum

from rapidfuzz import fuzz

from calendars.grammar.spelling import fold

HEAD_WEIGHT = 0.1
LIGHT_WEIGHT = 0.3
NAME_WEIGHT = 3.0
BODY_WEIGHT = 2.0
FULL_CONTAINMENT = 0.92
LEAST_CONTAINED = 2.5
TYPING_SLIPS = 0.9
SAME_WORD = 65
SAME_OFFICE = 75

_WORD = re.compile(r"\w+")
_ROMAN = re.compile(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOVED_HERE = re.compile(
    r"[(\[]\s*(?:được\s+|đã\s+|tạm\s+)?(?:dời|chuyển|lùi|hoãn|dịch|đẩy|đổi|thay|điều chỉnh|dự kiến)\b[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{3,})[\"“”«»]")

# Longer wordings first; each becomes one word. Abbreviations that are also plain syllables are told by their capitals.
_PHRASES = (
    ("hoi y giao ban", "giaoban"), ("giao ban", "giaoban"), ("hoi y", "giaoban"),
    ("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("uy ban mat tran to quoc", "mttq"),
    ("uy ban mttq", "mttq"), ("ubmttq", "mttq"), ("mat tran to quoc", "mttq"),
    ("lien hiep phu nu", "lhpn"), ("thanh nien cong san", "tncs"), ("ban thuong vu", "btv"), ("thuong vu", "btv"),
    ("ban chap hanh", "bch"), ("thuong truc", "thuongtruc"), ("dang doan", "dangdoan"), ("dang uy", "danguy"),
    ("dang bo", "dangbo"), ("chi bo", "chibo"), ("cong doan", "congdoan"), ("tinh uy", "tinhuy"),
    ("huyen uy", "huyenuy"), ("thanh uy", "thanhuy"), ("lanh dao", "lanhdao"), ("cap uy", "capuy"),
    ("ban chuyen mon", "banchuyenmon"), ("uy ban kiem tra", "ubkt"), ("cuu chien binh", "ccb"),
    ("bao hiem y te", "bhyt"), ("bao hiem xa hoi", "bhxh"), ("an toan giao thong", "atgt"),
    ("phong chay chua chay", "pccc"), ("nong thon moi", "ntm"), ("luc luong vu trang", "llvt"),
    ("quoc phong an ninh", "qpan"), ("cai cach hanh chinh", "cchc"), ("thu tuc hanh chinh", "tthc"),
    ("giai phong mat bang", "gpmb"), ("kinh te xa hoi", "ktxh"), ("can bo cong chuc", "cbcc"),
    ("so ket", "soket"), ("tong ket", "tongket"), ("quan triet trien khai", "trienkhai"),
    ("quan triet", "trienkhai"), ("trien khai", "trienkhai"), ("tham dinh", "thamdinh"), ("khai mac", "khaimac"),
    ("be mac", "bemac"), ("tap huan", "taphuan"), ("boi duong", "taphuan"), ("kiem tra", "kiemtra"),
    ("giam sat", "giamsat"), ("phan bien", "phanbien"), ("gop y", "gopy"), ("bieu duong", "bieuduong"),
    ("tuyen duong", "bieuduong"), ("tiep xuc cu tri", "txct"), ("tiep cong dan", "tcd"), ("toa dam", "toadam"),
    ("gap mat", "gapmat"), ("hoi thao", "hoithao"), ("hoi thi", "hoithi"), ("kiem diem", "kiemdiem"),
    ("hoi nghi", "hoinghi"), ("to chuc", "tochuc"), ("tham du", "thamdu"), ("phoi hop", "phoihop"),
    ("co so", "coso"), ("co quan", "coquan"), ("gia dinh", "giadinh"),
)  # fmt: skip
_PHRASE = re.compile(r"\b(?:" + "|".join(phrase for phrase, _ in _PHRASES) + r")\b")
_PHRASE_WORD = dict(_PHRASES)
_CAPITALS = {
    "TT": "thuongtruc", "TU": "tinhuy", "HU": "huyenuy", "BTV": "btv", "BCH": "bch", "ĐĐ": "dangdoan",
    "KTXH": "ktxh", "UBKT": "ubkt", "BCM": "banchuyenmon", "TXCT": "txct",
}  # fmt: skip

_HEADS = frozenset("hop cuoc phien hoinghi buoi tochuc du thamdu phoihop tham gia chuong trinh ky".split())
_LIGHT = frozenset(
    "cua cac va voi ve cho trong tai nam thang cong tac tinh co quan coquan don vi theo dinh hang tuan viec lan thu "
    "giai doan nhiem vu thuc hien hoi dia ban ban quy tu den ngay nhung mot so duoc mo rong van phong huyen thanh pho "
    "lhpn chu de giadinh".split()
)
_ACTS = frozenset(
    "soket tongket trienkhai thamdinh khaimac bemac taphuan kiemtra giamsat phanbien gopy bieuduong txct tcd giaoban "
    "toadam gapmat hoithao hoithi kiemdiem".split()
)
_BODIES = frozenset(
    "ubnd hdnd mttq tncs btv bch thuongtruc dangdoan danguy dangbo chibo congdoan tinhuy huyenuy thanhuy lanhdao "
    "capuy banchuyenmon ubkt ccb".split()
)
_LIGHT_YET_TELLING = frozenset("coso coquan tinh huyen xa phuong thixa khu cum giadinh".split())
_PLACE_HEADS = frozenset("huyen xa phuong thixa quan thon khu to cum tinh pho tran truong".split())


@dataclass(frozen=True, slots=True)
class TitleKey:
    """A title brought to what matters: its words with their weights, and what must not contradict.

    telling: the words that tell it from others.
    """

    text: str
    weights: Mapping[str, float]
    telling: frozenset[str]
    numbers: frozenset[str]
    acts: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two titles are.

    score: 0 to 1; against: what contradicts ("numbers", "acts", "bodies", "places"), None where nothing does; differs:
    whether each has a word that matters and that the other lacks, so that likeness alone does not make them one.
    """

    score: float
    against: str | None = None
    differs: bool = False


@lru_cache(maxsize=16384)
def key_of(title: str, own_words: frozenset[str] = frozenset()) -> TitleKey:
    """The key of a title. own_words: the words of the office's own name, which say nothing among its meetings."""
    title = without_remark(title)
    written = _WORD.findall(title)
    plain = [_CAPITALS.get(word) or _roman(word) or fold(word) for word in written]
    joined = _PHRASE.sub(lambda found: _PHRASE_WORD[found[0]], " ".join(plain))
    words = [word.lstrip("0") or "0" if word.isdigit() else word for word in joined.split()]
    quoted = {word for part in _QUOTED.findall(title) for word in fold(part).split()}
    places = frozenset(place for place in _places(written, plain) if not own_words.issuperset(place.split()))
    names = {word for place in places for word in place.split()}
    weights = {word: _weight(word, own_words, quoted | names) for word in words}
    # The year of what is held in it is often left out; two years that are told still contradict each other.
    weights |= {
        word: LIGHT_WEIGHT
        for before, word in pairwise(words)
        if before == "nam" and _YEAR.fullmatch(word) and word not in quoted
    }
    members = frozenset(words)
    return TitleKey(
        text=" ".join(word for word in words if word not in _HEADS),
        weights=weights,
        telling=frozenset(word for word in members if weights[word] >= 1.0 or word in _LIGHT_YET_TELLING),
        numbers=frozenset(word for word in members if word.isdigit()),
        acts=members & _ACTS,
        bodies=(members & _BODIES) - own_words,
        places=places,
    )


def without_remark(title: str) -> str:
    """A title without what it says in brackets of another time ("(dời từ tháng 11 sang)")."""
    title = unicodedata.normalize("NFC", title)
    return " ".join(_MOVED_HERE.sub(" ", title).split()) if "(" in title or "[" in title else title


def has_other_words(known: str, told: str) -> bool:
    """Whether a title says of a meeting what the known one does not, beyond other spellings and its year."""
    one, other = key_of(known), key_of(told)
    return any(not _is_typed_among(word, one.telling) for word in other.telling - one.telling)


def likeness(one: TitleKey, other: TitleKey) -> Likeness:
    """How alike two titles are; symmetric."""
    for name in ("numbers", "acts", "bodies", "places"):
        mine: frozenset[str] = getattr(one, name)
        theirs: frozenset[str] = getattr(other, name)
        # What only one side tells is a shorter wording; what each tells otherwise is another meeting.
        if mine - theirs and theirs - mine:
            return Likeness(0.0, name)
    if one.weights.keys() == other.weights.keys():
        return Likeness(1.0)
    common = _total(one.weights, other.weights, one.weights.keys() & other.weights.keys())
    union = _total(one.weights, other.weights, one.weights.keys() | other.weights.keys())
    score = common / union
    smaller = min(fsum(one.weights.values()), fsum(other.weights.values()))
    if smaller >= LEAST_CONTAINED and common >= FULL_CONTAINMENT * smaller:
        # One is the other cut short, as schedules and invitations do.
        score = max(score, 0.6 + 0.4 * score)
    differs = bool(one.telling - other.telling and other.telling - one.telling)
    if one.text and other.text and one.numbers == other.numbers:
        slips = fuzz.ratio(one.text, other.text) / 100
        if slips >= TYPING_SLIPS:
            score = max(score, slips)
            differs = _differ(one.telling - other.telling, other.telling - one.telling)
    return Likeness(score, differs=differs)


def _differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both have words of their own that are more than one word typed in two ways."""
    return not all(_is_typed_among(word, theirs) for word in mine) and not all(
        _is_typed_among(word, mine) for word in theirs
    )


def _is_typed_among(word: str, others: frozenset[str]) -> bool:
    return not word.isdigit() and any(fuzz.ratio(word, other) >= SAME_WORD for other in others)


def heavy_words(key: TitleKey) -> list[str]:
    """The words by which a like title can be looked up: those that weigh, or all where none does."""
    return [word for word, weight in key.weights.items() if weight >= 1.0] or list(key.weights)


def own_words_of(issuer: str | None) -> frozenset[str]:
    """The words of an office's name, as `key_of` wants them."""
    return frozenset(key_of(issuer).weights) if issuer else frozenset()


def same_office(one: str | None, other: str | None) -> bool:
    """Whether two issuers are one office, written perhaps in other words; one that is not told may be any."""
    if not one or not other:
        return True
    # With its higher body or without, in capitals or not: most of the shorter name must be in the longer.
    return fuzz.token_set_ratio(key_of(one).text, key_of(other).text) >= SAME_OFFICE


def _weight(word: str, own_words: frozenset[str], names: set[str]) -> float:
    if word.isdigit():
        return NAME_WEIGHT
    if word in _HEADS or word in own_words:
        return HEAD_WEIGHT
    if word in names:
        return NAME_WEIGHT
    if word in _BODIES or word in _ACTS:
        return BODY_WEIGHT
    return LIGHT_WEIGHT if word in _LIGHT else 1.0


def _total(one: Mapping[str, float], other: Mapping[str, float], words: Iterable[str]) -> float:
    return fsum(max(one.get(word, 0.0), other.get(word, 0.0)) for word in words)


def _roman(word: str) -> str | None:
    """A Roman number of an ordinal as digits; "I" and "V" too, which in a title are no words."""
    if not _ROMAN.fullmatch(word):
        return None
    values = {"I": 1, "V": 5, "X": 10}
    digits = [values[letter] for letter in word]
    following = [*digits[1:], 0]
    return str(
        sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
    )


def _places(written: list[str], plain: list[str]) -> Iterable[str]:
    """Names after "huyện", "xã" ... (the words in capitals) and after "Sở" (the next two words)."""
    for index, word in enumerate(plain[:-1]):
        following = written[index + 1 : index + 4]
        if word in _PLACE_HEADS:
            length = next((n for n, name in enumerate(following) if not name[0].isupper()), len(following))
            if length and not following[0].isupper():
                yield " ".join(plain[index + 1 : index + 1 + length])
        elif written[index] == "Sở" and len(following) >= 2:
            yield " ".join(plain[index + 1 : index + 3])
