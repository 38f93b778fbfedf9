"""Logos: judged by what they are, drawn anew, the same bytes each time."""

from __future__ import annotations

import base64
import io
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from proposer.pictures import Unfit, clean_picture, is_clean


def png(size: tuple[int, int] = (1200, 400), mode: str = "RGB", **saved: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, (30, 110, 150, 128)[: len(mode)]).save(out, "PNG", **saved)
    return out.getvalue()


def jpeg(mode: str = "RGB", **saved: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (400, 800), (30, 110, 150, 10)[: len(mode)]).save(out, "JPEG", **saved)
    return out.getvalue()


def opened(address: str | Unfit) -> Image.Image:
    assert isinstance(address, str)
    return Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2])))


def test_a_picture_is_drawn_anew_at_print_size() -> None:
    made = clean_picture(png())
    assert isinstance(made, str)
    assert made == clean_picture(png())
    assert is_clean(made)
    assert (opened(made).format, opened(made).size, opened(made).mode) == ("PNG", (900, 300), "RGB")
    assert (opened(clean_picture(png(mode="RGBA"))).mode, opened(clean_picture(jpeg())).size) == ("RGBA", (180, 360))
    assert opened(clean_picture(jpeg("CMYK"))).mode == "RGB"


def test_nothing_hidden_comes_along() -> None:
    told = PngInfo()
    told.add_text("Author", "somebody at home")
    turned = Image.Exif()
    turned[0x0112], turned[0x010E] = 6, "a secret"
    for content in (png(pnginfo=told) + b"PK\x03\x04secret archive", jpeg(exif=turned, comment=b"a secret")):
        made = opened(clean_picture(content))
        assert set(made.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        data = base64.b64decode(str(clean_picture(content)).partition(",")[2])
        assert b"secret" not in data
        assert b"somebody" not in data
    assert opened(clean_picture(jpeg(exif=turned))).size == (720, 360)  # upright, as its camera meant it


def bomb() -> bytes:
    """A file of some hundred bytes that says it is 30,000 pixels high and wide."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 30000, 30000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


SMALLER = "save it smaller: 900 pixels wide are enough"
AGAIN = "open it in an image program and save it again as PNG"


@pytest.mark.parametrize(
    ("content", "message", "remedy"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is SVG, which can hold more than a picture", "export it as PNG, about 900 pixels wide"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><svg/>", "is SVG, which can hold more than a picture", "export it as PNG, about 900 pixels wide"),
        (b"GIF89a", "is neither PNG nor JPEG, whatever its name says", "save it as PNG or JPEG"),
        (b"", "is neither PNG nor JPEG, whatever its name says", "save it as PNG or JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "cannot be read as a picture", AGAIN),
        (png()[:-60], "is damaged", AGAIN),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 4_000_001, "is larger than 4 MB", SMALLER),
        (png((4001, 4001)), "has 4,001 × 4,001 pixels", SMALLER),
    ],
)  # fmt: skip
def test_what_is_not_taken(content: bytes, message: str, remedy: str) -> None:
    assert clean_picture(content) == Unfit(message, remedy)


def test_a_bomb_is_not_unpacked() -> None:
    made = clean_picture(bomb())
    assert isinstance(made, Unfit)
    assert made.help == SMALLER
    assert not is_clean("data:image/png;base64," + base64.b64encode(bomb()).decode())


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://a.example/logo.png",
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:image/png;base64,AAAA",
        'data:image/png;base64,AA"',
    ],
)
def test_what_a_saved_quote_may_not_hold(address: str) -> None:
    assert not is_clean(address)
