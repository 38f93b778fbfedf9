"""Pictures that come from outside: judged by what they are, not by their name, and drawn anew. The only importer of Pillow.

Why anew: what was hidden in the file (metadata, a second file, a profile) stays behind, and the same picture gives the
same bytes. Pillow writes neither dates nor names.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import warnings
from dataclasses import dataclass

LARGEST = 4_000_000  # bytes of a file
MOST_PIXELS = 16_000_000
WIDTH, HEIGHT = 900, 360  # what is kept: print quality at the size of the cover's logo
QUALITY = 88
SAFE = re.compile(r"data:image/(png|jpeg);base64,([A-Za-z0-9+/]+={0,2})")
BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError, MemoryError)


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a picture is not taken, and what to do."""

    message: str
    help: str


def clean_picture(content: bytes) -> str | Unfit:
    """A PNG or JPEG drawn anew at print size, as a `data:` address; or why it cannot be."""
    if len(content) > LARGEST:
        return Unfit(f"is larger than {LARGEST // 1_000_000} MB", "save it smaller: 900 pixels wide are enough")
    if (unfit := _of_another_kind(content)) is not None:
        return unfit
    size = _size(content)
    if size is None:
        return Unfit("cannot be read as a picture", "open it in an image program and save it again as PNG")
    if size[0] * size[1] > MOST_PIXELS:
        return Unfit(f"has {size[0]:,} × {size[1]:,} pixels", "save it smaller: 900 pixels wide are enough")
    try:
        return _drawn_anew(content)
    except BROKEN:
        return Unfit("is damaged", "open it in an image program and save it again as PNG")


def is_clean(address: str) -> bool:
    """Whether a `data:` address holds a picture as `clean_picture` makes them; a saved quote can hold anything."""
    match = SAFE.fullmatch(address)
    if match is None or len(address) > LARGEST:
        return False
    try:
        size = _size(base64.b64decode(match[2], validate=True))
    except binascii.Error:
        return False
    return size is not None and size[0] <= WIDTH and size[1] <= HEIGHT


def _of_another_kind(content: bytes) -> Unfit | None:
    if content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return None
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)", content[:1000], re.IGNORECASE):
        return Unfit("is SVG, which can hold more than a picture", "export it as PNG, about 900 pixels wide")
    return Unfit("is neither PNG nor JPEG, whatever its name says", "save it as PNG or JPEG")


def _size(content: bytes) -> tuple[int, int] | None:
    """Width and height as the file's head says them: nothing is unpacked for it."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
                return picture.size
    except Image.DecompressionBombError:
        return (MOST_PIXELS, MOST_PIXELS)
    except BROKEN:
        return None


def _drawn_anew(content: bytes) -> str:
    from PIL import Image, ImageFile, ImageOps

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # the PDF engine, where it was loaded, takes half a picture for a whole one
    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
        kind = "JPEG" if picture.format == "JPEG" else "PNG"
        upright = ImageOps.exif_transpose(picture).convert("RGB" if kind == "JPEG" else "RGBA")
    upright.thumbnail((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    if kind == "PNG" and upright.getchannel("A").getextrema() == (255, 255):
        upright = upright.convert("RGB")  # nothing shines through
    bare, out = Image.new(upright.mode, upright.size), io.BytesIO()
    bare.paste(upright)
    if kind == "JPEG":
        bare.save(out, "JPEG", quality=QUALITY, optimize=True)
    else:
        bare.save(out, "PNG", optimize=True)
    return f"data:image/{kind.lower()};base64,{base64.b64encode(out.getvalue()).decode('ascii')}"
