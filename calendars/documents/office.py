"""Word before 97, Word 2003 XML and old or open sheets, turned into .docx or .xlsx by LibreOffice and read as such.

LibreOffice is a large program that is given files from anywhere: it runs with a profile of its own that is thrown away,
macros off, links to other files and to the network not followed, and within the time that reading may take.
"""

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from calendars.documents import docx, sniff, xlsx
from calendars.documents.document import Document
from calendars.documents.format import Source

_ENDINGS = {
    sniff.DOC: (".doc", "docx"),
    sniff.WORD_XML: (".xml", "docx"),
    sniff.XLS: (".xls", "xlsx"),
    sniff.ODS: (".ods", "xlsx"),
}
_FILTERS = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML"}
_IMPORT = {sniff.WORD_XML: "--infilter=MS Word 2003 XML"}
_PROGRAMS = ("soffice", "libreoffice")

_ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
    "</prop></item>"
)
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read(source: Source) -> Document:
    """The document as LibreOffice converts it; its notes say so."""
    ending, target = _ENDINGS[source.media_type]
    converted = _converted(source, ending, target)
    reader, media_type = (docx, sniff.DOCX) if target == "docx" else (xlsx, sniff.XLSX)
    document = reader.read(replace(source, data=converted, media_type=media_type))
    return source.document(document.blocks, notes=(*document.notes, "It was converted by LibreOffice."))


def _converted(source: Source, ending: str, target: str) -> bytes:
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise source.refused(
            f"this {ending} file can only be read with the help of LibreOffice, which is not installed; install it, or "
            f"save the document as .{target} or PDF"
        )
    with tempfile.TemporaryDirectory(prefix="sched-office-") as folder:
        place = Path(folder)
        (place / f"document{ending}").write_bytes(source.data)
        _write_profile(place / "profile")
        result = subprocess.run(
            [
                program,
                f"-env:UserInstallation={(place / 'profile').as_uri()}",
                "--headless",
                "--invisible",
                "--norestore",
                "--nolockcheck",
                "--nodefault",
                *filter(None, [_IMPORT.get(source.media_type)]),
                "--convert-to",
                _FILTERS[target],
                "--outdir",
                str(place / "out"),
                str(place / f"document{ending}"),
            ],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            cwd=place,
            env=_environment(place),
            timeout=source.limits.seconds,
        )
        out = place / "out" / f"document.{target}"
        if not out.exists():
            detail = result.stderr.decode("utf-8", "replace").strip().splitlines()
            raise source.refused(
                f"LibreOffice could not read it{f' ({detail[-1][:120]})' if detail else ''}; the file is damaged or "
                f"protected: open it, save it as .{target} and try that copy"
            )
        if out.stat().st_size > source.limits.expanded:
            raise source.refused(
                "converted, it is larger than allowed; give the pages that are the programme"
            )
        return out.read_bytes()


def _write_profile(folder: Path) -> None:
    """A profile whose settings let LibreOffice run nothing and fetch nothing."""
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _environment(folder: Path) -> dict[str, str]:
    """What LibreOffice needs of the environment, and a proxy that answers nothing."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    nowhere = "http://127.0.0.1:9"
    return kept | {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "SAL_USE_VCLPLUGIN": "svp",
        "http_proxy": nowhere,
        "https_proxy": nowhere,
    }
