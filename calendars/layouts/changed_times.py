"""Tables of changes: what is held, when it had been planned ("Lịch cũ") and when it is held now ("Lịch mới").

Each row is told as a sentence of a notice, so that old and new time are read like those of any other. What is hard: the
column of the new time may say that there is none ("Hoãn, sẽ thông báo sau").
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from calendars.documents.document import Cell, Table
from calendars.layouts.bare import as_typed
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import is_time_label
from calendars.layouts.words import fold, layout_words

_HEADING_ROWS = 4
_BESIDE = ("number", "location", "chair", "attendees", "prepared_by", "note", "time")
TELLS_ROWS = ("location", "attendees", "chair", "prepared_by")
_CONTENTS = "Nội dung"
_LONGEST_HEAD = 60
_ALONE = {"former": ("cu", "truoc", "da in", "sai"), "changed": ("moi", "nay", "sau", "dung")}
_STAYS = re.compile(r"(?:van )?(?:giu nguyen|khong (?:co )?(?:thay )?doi|nhu cu|khong dieu chinh)\b")
_HALF = re.compile(r"\W*(?:buoi )?(?:sang|chieu|toi|ca ngay)\W*")
_SAME_DAY = re.compile(  # "không đổi ngày, chuyển sang 13h30"
    r"(?:vẫn\s+)?(?:giữ nguyên|không (?:thay )?đổi)\s+ngày(?:\s+thi|\s+họp)?\s*[,;]?\s+"
    r"(?:(?:chuyển|đổi|giờ|lúc|vào|sang|mới|bắt đầu|thi|họp)\s+){0,3}"
    r"(?P<hour>\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2})?)\W*$",
    re.IGNORECASE,
)
_SAME_HOUR = re.compile(
    r"(?:vẫn\s+)?(?:giữ nguyên|không (?:thay )?đổi)\s+giờ\s*[,;]?\s+(?:(?:sang|vào|chuyển sang)\s+)?(?P<day>\S.*)",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\s*(?:lúc\s+)?\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2})?(?!\d)[\s,;]*", re.IGNORECASE)
_DAY_OF_ANOTHER = re.compile(r"cung ngay (?:voi )?(?P<what>[^\W\d][^,.;]+)")
_NONE = re.compile(r"(?:tam )?(?:hoan|huy|dung)\b|nghi\b|khong to chuc\b|chua to chuc\b|bo\b")
_NOT_DONE = re.compile(
    r"(?:khong(?: con)? (?:kiem tra|hop|thi|tiep|lam viec|thuc hien|dien ra|day|hoc|tap huan|giam sat|khao sat|kham"
    r"|tiem|to chuc)"
    r"|thoi|(?:bai|huy) bo)\b(?!.*\d)"
)
_JOINED = re.compile(
    r"(?:ghep|gop|nhap|hop chung|to chuc chung|chuyen ve)\b(?!.*\d\s*[/hg:])"
)  # "Ghép cùng ấp 4"
_NOT_YET = re.compile(
    r"\(?(?:chua (?:xac dinh|ro|chot|co|an dinh|dinh|sap xep)|khong co\b|(?:se )?(?:co )?thong bao|bao sau"
    r"|cho\b(?!.*\d)|(?:dang|se) (?:xep|sap xep|bo tri|tinh|bao|an dinh)\b(?!.*\d)|de sau)\b"
)
_NOTED_HOUR = re.compile(
    r"\b(?:(?:làm việc|bắt đầu|họp|kiểm tra|khai mạc|tổ chức)\s+)?(?:từ|lúc|vào lúc)\s+"
    r"(?P<hour>\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2})?)(?!\s*ngày|\s*\d|\s*[-–])",
    re.IGNORECASE,
)
_TELLS_HOUR = re.compile(r"\d\s*(?:h|g|giờ|:\d)", re.IGNORECASE)
_LONGEST_NOTE = 60
_VERB = re.compile(r"[^,;.(\n]+")
_UNTIL = re.compile(r"\W*(?:đến|tới)(?:\s+hết)?\s+(?=\d|ngày|thứ)", re.IGNORECASE)
_LIMIT = re.compile(r"\W*(?:han(?: chot| cuoi| nop| gui)?|truoc|cham nhat|muon nhat|den het)\b")


def with_changes_told(table: Table) -> Table:
    """A table of changes with each row's change in its column of contents; any other table as it is."""
    for row in range(min(_HEADING_ROWS, table.height - 1)):
        heads = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        if any(is_time_label(head.text) and heads_change(head.text) is None for head in heads):
            continue  # a row of its own: "13h00 | Thăm gia đình chính sách | Theo giấy mời"
        old = next((head for head in heads if _heads(head, "former")), None)
        new = next((head for head in heads if head is not old and _heads(head, "changed")), None)
        if old is not None and new is not None:
            roles = {heading_role(head.text): head for head in reversed(heads)}
            if content := roles.get("content"):
                return _told(table, row, (old, new), content)
            left = [
                head for head in heads if head not in (old, new) and heading_role(head.text) not in _BESIDE
            ]
            if left:  # "Buổi tiếp xúc | Thời gian cũ | Thời gian mới": what is left tells what is moved
                content = max(left, key=lambda head: _letters_below(table, head))
                if not _letters_below(table, content, only=str.isalpha):
                    table = _with_names_from(table, content, old)
                return _told(_under_contents(table, content), row, (old, new), content)
            # What is held is the same everywhere, and told above: "Địa điểm | Lịch đã thông báo | Lịch điều chỉnh",
            # "Người tiếp | Lịch cũ | Lịch mới".
            where = next((roles[role] for role in TELLS_ROWS if role in roles), None)
            return _told(_under_contents(table, where), row, (old, new), where) if where else table
    return table


def _under_contents(table: Table, head: Cell) -> Table:
    """The table with a column under the head of what is held."""
    line = replace(head.lines[0], text=_CONTENTS)
    cells = (replace(cell, lines=(line,)) if cell is head else cell for cell in table.cells)
    return replace(table, cells=tuple(cells))


def _letters_below(table: Table, head: Cell, only: Callable[[str], bool] = str.isprintable) -> int:
    below = (cell for cell in table.cells if cell.column == head.column and cell.row > head.row)
    return sum(sum(map(only, cell.text)) for cell in below)


def _with_names_from(table: Table, numbers: Cell, old: Cell) -> Table:
    """The table, what is held put where but its number stands ("Mục | Đã ghi", "3 | Hội nghị: 8h00 ngày 20/6")."""
    below = {cell.row: cell for cell in table.cells if cell.column == old.column and cell.row > old.row}
    parts = {row: cell.text.rpartition(": ") for row, cell in below.items()}
    if not parts or not all(name for name, _, _ in parts.values()):
        return table
    told = {numbers.column: 0, old.column: 2}
    return replace(
        table,
        cells=tuple(
            replace(cell, lines=(replace(cell.lines[0], text=parts[cell.row][told[cell.column]]),))
            if cell.column in told and cell.row in parts and cell.lines
            else cell
            for cell in table.cells
        ),
    )


def heads_change(text: str) -> str | None:
    """Whether words head the column of the old times ("former"), that of the new ones ("changed"), or neither."""
    return next((which for which in ("former", "changed") if _names(text, which)), None)


def _heads(head: Cell, which: str) -> bool:
    return _names(head.text, which)


def _names(text: str, which: str) -> bool:
    folded = fold(" ".join(text.split()))
    if folded.strip(" .:()") in _ALONE[which]:
        return True
    return (
        len(folded) < _LONGEST_HEAD
        and layout_words()[f"columns_of_changes.{which}"].search(folded) is not None
    )


def _told(table: Table, row: int, times: tuple[Cell, Cell], content: Cell) -> Table:
    old, new = (cell.column for cell in times)
    below = range(row + 1, table.height)
    named = {fold(_flat(table.at(each, content.column))): _flat(table.at(each, new)) for each in below}
    numbers = {cell.column for cell in table.cells if cell.row == row and heading_role(cell.text) == "number"}
    notes = {
        cell.row: _flat(cell)
        for head in table.cells
        if head.row == row and heading_role(head.text) == "note"
        for cell in table.cells
        if cell.column == head.column and cell.row > row
    }
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.row >= row and cell.column in numbers:
            continue  # the rows are told one by one
        if cell.row < row or cell.column not in (old, new, content.column):
            cells.append(cell)
        elif cell.column == content.column and cell.row > row and cell.text.strip():
            before, after = (_flat(table.at(cell.row, column)) for column in (old, new))
            after = _with_its_hour(before, after, named)
            if (hour := _hour_beside(notes, cell.row)) and after and not _TELLS_HOUR.search(after):
                after = f"{hour}, {before if _STAYS.match(fold(after)) else after}"
                before = "" if _TELLS_HOUR.search(before) or before in after else before
            written = f"{cell.text}{before}{after}"
            line = replace(
                cell.lines[0], text=as_typed(written, _sentence(_flat(cell), before, after)), mark="-"
            )
            cells.append(replace(cell, lines=(line,), rows=1))
        elif cell.column == content.column:
            cells.append(cell)
    kept = (
        _without_hour(cell) if cell.row in notes and cell.column != content.column else cell for cell in cells
    )
    return replace(table, cells=tuple(kept))


def _hour_beside(notes: Mapping[int, str], row: int) -> str | None:
    """The hour that the remark of a row tells ("Giữ nguyên; làm việc từ 8h00")."""
    found = _NOTED_HOUR.search(notes.get(row, ""))
    return found["hour"] if found else None


def _without_hour(cell: Cell) -> Cell:
    if len(cell.text) > _LONGEST_NOTE or not _NOTED_HOUR.search(cell.text):
        return cell
    lines = (replace(line, text=_NOTED_HOUR.sub("", line.text).strip(" ;,.")) for line in cell.lines)
    return replace(cell, lines=tuple(lines))


def _flat(cell: Cell | None) -> str:
    return " ".join(cell.text.split()).rstrip(" .;") if cell else ""


def _with_its_hour(old: str, new: str, named: Mapping[str, str]) -> str:
    """The new time, told as a day at the old hour ("Giữ nguyên giờ, ngày 31/5", "..., cùng ngày chung kết").

    named: the new times of the rows by what is held.
    """
    hour = _HOUR.match(old)
    if hour and (later := _SAME_DAY.match(new)):
        return f"{later['hour']}, {old[hour.end() :]}"
    same = _SAME_HOUR.match(new)
    if same is None or hour is None:
        return new
    day = same["day"]
    if like := _DAY_OF_ANOTHER.match(fold(day)):
        day = next((_HOUR.sub("", told) for what, told in named.items() if like["what"] in what), "")
    return f"{hour[0].strip(' ,;')}, {day}" if day else new


_NOT_BEFORE = re.compile(r"\W*(?:khong(?: co)?|chua co|moi|bo sung|phat sinh|them|x)?\W*")


def _sentence(what: str, old: str, new: str) -> str:
    """ "Họp A: từ 8h00 ngày 17/11 chuyển sang 14h00 ngày 18/11", or "Hoãn Họp A (chiều 20/11); thời gian ... sau"."""
    if not old or not new:
        return f"{what}: {old or new}" if old or new else what
    if stays := _STAYS.match(fold(new)):
        half = (
            new[stays.end() :] if _HALF.fullmatch(fold(new), stays.end()) else ""
        )  # "Không thay đổi (sáng)"
        return f"{what}: {old}{half}"
    if _NOT_YET.match(fold(old)) or _NOT_BEFORE.fullmatch(fold(old)):
        return f"{what}: {new}"
    if (until := _UNTIL.match(old)) and (later := _UNTIL.match(new)):
        return f"{what}: gia hạn từ {old[until.end() :]} đến {new[later.end() :]}"
    if _LIMIT.match(fold(new)) or _LIMIT.match(fold(what)):
        return f"{what}: {new}"  # of what is due there is but the day that holds now
    # Behind "Đề án 938" a bracket would be the day of that paper.
    held = f"{what}: {old}" if what[-1:].isdigit() else f"{what} ({old})"
    if _NOT_YET.match(fold(new)):
        return f"Hoãn {held}; thời gian thông báo sau"
    if _JOINED.match(fold(new)):
        return f"Hoãn {held}; {new[:1].lower()}{new[1:]}"
    if _NOT_DONE.match(fold(new)):
        return f"Không tổ chức {held}" if what[-1:].isdigit() else f"{held}: không tổ chức"
    if _NONE.match(fold(new)) and (verb := _VERB.match(new)):
        return f"{verb[0].strip()} {held}{'; ' if (rest := new[verb.end() :].strip(' ,;.')) else ''}{rest}"
    return f"{what}: từ {old} chuyển sang {new}"
