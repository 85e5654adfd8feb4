"""A page as a PNG: `python -m calendars.documents.drawing PAGE`, a PDF or TIFF on standard input, PNG on output.

It is a process of its own for the reason that `child` is: a hostile file may end it, and nothing else, by the bounds
that it sets itself. The PNG is written here, since that takes a few lines and no library.
"""

import io
import resource
import struct
import sys
import zlib
from collections.abc import Iterator

SCALE = 1.6
"""Pixels a point: 115 dots an inch, enough to read by on a screen."""
LARGEST_SIDE = 2_400
MEMORY = 1_000_000_000
SECONDS = 20


def png_of(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    """A PNG of rows of red, green and blue bytes; stride: the bytes from one row to the next (PNG 1.2, section 4)."""
    rows = b"".join(b"\0" + pixels[row * stride : row * stride + 3 * width] for row in range(height))

    def chunks() -> Iterator[bytes]:
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        for kind, content in ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b"")):
            checked = kind + content
            yield struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks())


def draw(data: bytes, page: int) -> bytes:
    """That page (from 1) of a PDF or of a picture that browsers do not show, as PNG. IndexError where there is none."""
    return _of_pdf(data, page) if b"%PDF-" in data[:1024] else _of_picture(data, page)


def _of_picture(data: bytes, page: int) -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415 - after the bounds are set

    with Image.open(io.BytesIO(data)) as picture:
        if not 1 <= page <= getattr(picture, "n_frames", 1):
            raise IndexError(page)
        picture.seek(page - 1)
        shown = ImageOps.exif_transpose(picture).convert("RGB")
    shown.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    return png_of(shown.width, shown.height, 3 * shown.width, shown.tobytes())


def _of_pdf(data: bytes, page: int) -> bytes:
    import pypdfium2  # noqa: PLC0415 - after the bounds are set

    document = pypdfium2.PdfDocument(data)
    if not 1 <= page <= len(document):
        raise IndexError(page)
    drawn = document[page - 1]
    scale = min(SCALE, LARGEST_SIDE / max(*drawn.get_size(), 1))
    bitmap = drawn.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, no_smoothtext=False)
    return png_of(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def main() -> int:
    """Draw, within bounds; 1 where it cannot be done."""
    for kind, amount in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (amount if hard == resource.RLIM_INFINITY else min(amount, hard), hard))
    try:
        picture = draw(sys.stdin.buffer.read(), int(sys.argv[1]))
    except Exception as error:  # noqa: BLE001 - whatever the parser lets out means that this page has no picture
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    sys.stdout.buffer.write(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
