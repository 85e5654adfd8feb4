r"""The pieces of an RTF file: groups, control words, and characters in the code page of their font.

Sources are sections of the "Rich Text Format Specification 1.9.1": "RTF Syntax" for the tokens, "Character Set" and
"Font Table" for code pages. What makes it hard is that bytes mean nothing without their font, and that binary data may
stand between them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|'(?P<code>[0-9a-fA-F]{2})|(?P<symbol>[^a-zA-Z]))"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)

# "Font Table": \fcharsetN, and the code page that its letters are in.
_CODE_PAGES = {
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    130: "cp1361",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
SYMBOL = "symbol"
"""Stands for a code page where letters are little pictures: \fcharset2."""
_KNOWN_PAGES = frozenset(
    (437, 708, 720, 850, 852, 860, 862, 863, 864, 865, 866, 874, 932, 936, 949, 950, *range(1250, 1259))
)


@dataclass(frozen=True, slots=True)
class Token:
    r"""One of: a brace ("{" or "}"), a control word or symbol with its number, characters (`data`), binary data.

    kind: "brace", "word", "symbol", "code" (\'hh), "text" or "binary"; name: the brace, word or symbol.
    """

    kind: str
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens in order; data that is cut short ends where it ends."""
    place = 0
    while found := _TOKEN.match(data, place):
        place = found.end()
        match found.lastgroup:
            case "word" | "number":
                name, number = found["word"].decode(), found["number"]
                if name == "bin":
                    end = min(place + max(0, int(number or 0)), len(data))
                    yield Token("binary", data=data[place:end])
                    place = end
                else:
                    yield Token("word", name, None if number is None else int(number))
            case "code":
                yield Token("code", data=bytes.fromhex(found["code"].decode()))
            case "symbol":
                yield Token("symbol", found["symbol"].decode("latin-1"))
            case "brace":
                yield Token("brace", found["brace"].decode())
            case "text":
                yield Token("text", data=found["text"])
            case _:
                continue


def code_page(charset: int | None, default: str) -> str:
    r"""The code page of a font by its \fcharset; `default` is the file's own."""
    return SYMBOL if charset == 2 else _CODE_PAGES.get(charset or 0, default)


def default_page(number: int | None) -> str:
    r"""The code page that \ansicpg names, Western where Python knows none such."""
    return f"cp{number}" if number in _KNOWN_PAGES else "utf-8" if number == 65001 else "cp1252"


def decoded(data: bytes, page: str) -> str:
    """Characters of a code page as text; those of a symbol font as the private letters that Word uses for them."""
    if page == SYMBOL:
        return "".join(chr(0xF000 + byte) if byte > 0x20 else chr(byte) for byte in data)
    return data.decode(page, "replace")
