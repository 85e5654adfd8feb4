r"""The commands of RTF by what is done with them: groups that are passed over, and words that stand for characters.

Names are those of the "Rich Text Format Specification 1.9.1", sections "Destinations" and "Special Characters".
"""

SKIPPED = frozenset(
    (
        "colortbl info pict objdata objclass sn sv shprslt nonshppict nonesttables xe tc rxe filetbl listtable "
        "listoverridetable revtbl rsidtbl generator template private ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn "
        "pn bkmkstart bkmkend fldinst datafield falt panose fname annotation atnid atnauthor mmathPr"
    ).split()
)
SEEN_THOUGH_STARRED = frozenset(
    ("shpinst", "ud", "shppict", "footnote")
)  # \* means: skip what you do not know
HEADS = frozenset(("header", "headerl", "headerr", "headerf"))
FEET = frozenset(("footer", "footerl", "footerr", "footerf"))
CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
SYMBOLS = {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
