"""Vietnamese text from the years before Unicode: TCVN3 (ABC), VNI, Windows-1258, and UTF-8 that was taken for Latin.

Such text arrives as bytes of an old file or as Western letters in a newer one ("ngµy 24 th¸ng 11"). What makes it hard
is that every such text is also valid Latin: it is converted only when that gives clearly more of the words that every
Vietnamese document has (reference section E.4). What the words mean is left to the grammar.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_TONES = (
    "\N{COMBINING GRAVE ACCENT}\N{COMBINING HOOK ABOVE}\N{COMBINING TILDE}"
    "\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}"
)

# A vowel, its letter in TCVN3 (the font's glyph as Latin-1 shows it), and that letter with huyền, hỏi, ngã, sắc, nặng.
_TCVN3_VOWELS = (
    ("a", "a", "µ¶·¸¹"),
    ("ă", "¨", "»¼½¾Æ"),
    ("â", "©", "ÇÈÉÊË"),
    ("e", "e", "ÌÎÏÐÑ"),
    ("ê", "ª", "ÒÓÔÕÖ"),
    ("i", "i", "×ØÜÝÞ"),
    ("o", "o", "ßáâãä"),
    ("ô", "«", "åæçèé"),
    ("ơ", "¬", "êëìíî"),
    ("u", "u", "ïñòóô"),
    ("ư", "\N{SOFT HYPHEN}", "õö÷øù"),
    ("y", "y", "úûüýþ"),
)
_TCVN3_OTHERS = {
    "®": "đ",
    "¡": "Ă",
    "¢": "Â",
    "£": "Ê",
    "¤": "Ô",
    "¥": "Ơ",
    "¦": "Ư",
    "§": "Đ",
}

# The same for VNI, which writes a letter and its mark as two; letters that stand alone come after the pairs.
_VNI_VOWELS = (
    ("a", "a", "øûõùï"),
    ("ă", "aê", ("aè", "aú", "aü", "aé", "aë")),
    ("â", "aâ", ("aà", "aå", "aã", "aá", "aä")),
    ("e", "e", "øûõùï"),
    ("ê", "eâ", ("eà", "eå", "eã", "eá", "eä")),
    ("o", "o", "øûõùï"),
    ("ô", "oâ", ("oà", "oå", "oã", "oá", "oä")),
    ("ơ", "ô", "øûõùï"),
    ("u", "u", "øûõùï"),
    ("ư", "ö", "øûõùï"),
    ("y", "y", "øûõù"),
)
_VNI_OTHERS = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}

# Words without marks say nothing: they are the same in every encoding.
_FREQUENT_WORDS = (
    "ngày tháng năm của và các hội nghị thứ công tác trình chương được với không tại sáng chiều giờ thường tỉnh "
    "huyện xã ủy uỷ đồng chí phòng họp nội địa điểm thời lịch tuần thành phần chủ tịch việc thực hiện tổ chức "
    "kế hoạch số độc lập hạnh phúc cộng hòa hoà nghĩa việt"
)
_FREQUENT = frozenset(_FREQUENT_WORDS.split())
_LETTERS = re.compile(r"[^\W\d_]+")
# Letters that no old encoding shows, and the marks of decomposed text; a Latin letter with an accent may be either.
_OF_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300-\u0323]")
_MOST_OF_THEM = b"\xe1"  # how those with a tone begin in UTF-8, which is quick to count
_CONTROL = bytes((*range(0x09), *range(0x0E, 0x20)))


def _tcvn3_table() -> dict[int, str]:
    table = {ord(old): new for old, new in _TCVN3_OTHERS.items()}
    for vowel, plain, toned in _TCVN3_VOWELS:
        table[ord(plain)] = vowel
        table |= {
            ord(old): unicodedata.normalize("NFC", vowel + tone)
            for old, tone in zip(toned, _TONES, strict=True)
        }
    return table


def _vni_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for vowel, plain, toned in _VNI_VOWELS:
        pairs = toned if isinstance(toned, tuple) else tuple(plain + mark for mark in toned)
        table |= {
            old: unicodedata.normalize("NFC", vowel + tone) for old, tone in zip(pairs, _TONES, strict=False)
        }
        if plain != vowel:
            table[plain] = vowel
    table |= _VNI_OTHERS
    return table


_TCVN3 = _tcvn3_table()
TCVN3_LETTERS: Mapping[str, str] = {chr(old): new for old, new in _TCVN3.items() if chr(old) != new}
"""What each letter of TCVN3, as Western text shows it, stands for."""
VNI_LETTERS: Mapping[str, str] = _vni_table()
"""The same for the small letters of VNI-Windows, most of them pairs."""
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, VNI_LETTERS), key=len, reverse=True)), re.IGNORECASE)


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Text in TCVN3 letters as Unicode; `capitals` for a font such as .VnTimeH that draws small letters as capitals."""
    converted = text.translate(_TCVN3)
    return converted.upper() if capitals else converted


def from_vni(text: str) -> str:
    """Text in VNI-Windows letters as Unicode; a capital base letter makes a capital."""

    def letter(match: re.Match[str]) -> str:
        old = match[0]
        new = VNI_LETTERS[old.lower()]
        return new.upper() if old[0].isupper() else new

    return _VNI_PATTERN.sub(letter, text)


_VIQR_SHAPES = {
    **{base + sign: letter for base, letter in zip("aeo", "âêô", strict=True) for sign in "^"},
    "a(": "ă",
    **{base + sign: letter for base, letter in zip("ou", "ơư", strict=True) for sign in "+*"},
}
_VIQR_TONES = dict(zip("`?~'.", _TONES, strict=True))
VIQR_CODES = re.compile(
    r"\b[dD][dD](?=[aeiouyAEIOUY])"
    r"|(?:[aA][(^]|[eEoO]\^|[oOuU][+*])(?:[`~'?](?!\w*['\"]\w)|\.(?=[a-zA-Z,;:)\s]|\Z))?"
    r"|[aeiouyAEIOUY](?:[`~']|[?.](?=\s?[a-z]))"
)
"""Letters with the signs that mail of seven bits put behind them (VIQR): "nga`y 24 tha'ng 11 na(m".

A dot or a question mark is a tone only behind a letter that has its shape, or where the sentence goes on behind it.
"""
VIQR_HINT = re.compile(
    r"[aA][(^]|[eEoO]\^|[oOuU][+*]|[aeiouyAEIOUY][`~'](?=[\sa-z,.;:]|\Z)|\b[dD][dD][aeiouy]"
)


def viqr_letter(code: str) -> str:
    """The letter that a code of VIQR stands for."""
    if code[0] in "dD" and code[1:2] in ("d", "D"):
        return "Đ" if code[0] == "D" else "đ"
    shape = _VIQR_SHAPES.get(code[:2].lower())
    tone = code[2:] if shape else code[1:]
    letter = unicodedata.normalize("NFC", (shape or code[0].lower()) + _VIQR_TONES.get(tone, ""))
    return letter.upper() if code[0].isupper() else letter


def from_viqr(text: str) -> str:
    """Text in VIQR as Unicode."""
    return VIQR_CODES.sub(lambda found: viqr_letter(found[0]), text)


def _western_bytes(text: str) -> bytes:
    """The bytes that were taken for Windows-1252; its five undefined ones stand as control characters."""
    out = bytearray()
    for character in text:
        try:
            out += character.encode("cp1252")
        except UnicodeEncodeError:
            out += character.encode("latin-1")
    return bytes(out)


def _from_western_1258(text: str) -> str:
    return unicodedata.normalize("NFC", _western_bytes(text).decode("cp1258"))


def _from_western_utf8(text: str) -> str:
    return _western_bytes(text).decode("utf-8")


@dataclass(frozen=True, slots=True)
class LegacyEncoding:
    """A way Vietnamese was written before Unicode, as Western letters show it, and how it becomes Unicode.

    `convert` raises UnicodeError where the text cannot be in this encoding.
    """

    name: str
    convert: Callable[[str], str]


LEGACY_ENCODINGS = (
    LegacyEncoding("TCVN3", from_tcvn3),
    LegacyEncoding("VNI", from_vni),
    LegacyEncoding("Windows-1258", _from_western_1258),
    LegacyEncoding("UTF-8 read as Windows-1252", _from_western_utf8),
)
_VIQR = LegacyEncoding("VIQR", from_viqr)
_SURE = 4  # frequent words: in plain letters signs behind vowels are mostly punctuation


def _familiar(text: str) -> int:
    return sum(word in _FREQUENT for word in _LETTERS.findall(unicodedata.normalize("NFC", text).lower()))


def legacy_encoding(text: str) -> LegacyEncoding | None:
    """The old encoding this text is in, None when it is Unicode already or no encoding has a clear lead."""
    sample = text[:50_000]
    if sample.isascii():
        found = VIQR_HINT.search(sample) is not None and _familiar(from_viqr(sample)) >= _SURE
        return _VIQR if found else None
    if _is_unicode(sample):
        return None
    plain = _familiar(sample)
    best, most = None, 0
    for encoding in LEGACY_ENCODINGS:
        try:
            words = _familiar(encoding.convert(sample))
        except UnicodeError:
            continue
        if words > most:
            best, most = encoding, words
    return best if most >= plain + max(2, plain // 2) else None


def _is_unicode(sample: str) -> bool:
    """Whether a third of the marked letters are such as no old encoding shows."""
    marked = len(sample) - len(sample.encode("ascii", "ignore"))
    written = sample.encode("utf-8", "surrogatepass")
    most = len(written) - len(written.translate(None, _MOST_OF_THEM))
    return most * 3 > marked or len(_OF_UNICODE.findall(sample)) * 3 > marked


def fix_legacy(text: str) -> str:
    """The text in Unicode; unchanged when it is in no old encoding."""
    encoding = legacy_encoding(text)
    return encoding.convert(text) if encoding else text


def decode_text(data: bytes) -> tuple[str, str | None]:
    """Bytes of a text file as Unicode (NFC is left to the grammar), and the name of the encoding if not UTF-8.

    Raises UnicodeError when the bytes hold no text: control characters or an odd number of UTF-16 bytes.
    """
    sample = data[:4096]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _printable(data.decode("utf-16")), "UTF-16"
    if sample.count(0) > len(sample) // 4:
        order = "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"
        return _printable(data.decode(order)), "UTF-16"
    try:
        text, name = data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        text, name = data.decode("cp1252", errors="surrogateescape"), "Windows-1252"
        text = "".join(chr(ord(c) - 0xDC00) if "\udc80" <= c <= "\udcff" else c for c in text)
    encoding = legacy_encoding(_printable(text))
    return (encoding.convert(text), encoding.name) if encoding else (text, name)


def _printable(text: str) -> str:
    sample = text[:10_000]
    written = sample.encode("utf-8", "surrogatepass")
    if b"\0" in written or len(written) - len(written.translate(None, _CONTROL)) > len(sample) // 100:
        raise UnicodeError("control characters in what should be text")
    return text
