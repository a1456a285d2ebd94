"""What a file is, by its content: a name or a header can say anything."""

from __future__ import annotations

import codecs
import contextlib
import zipfile
from typing import IO

import puremagic

from resolvers.imports.sheets import ENCODINGS

_OFFICE = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word/document.xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xl/workbook.xml",
}
_TEXT = {"text/plain", "text/csv"}
_CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r\f")
_CHUNK_BYTES = 256 * 1024
_END_OF_DIRECTORY = b"PK\x05\x06"
_LONGEST_END = 22 + 65_535
_LARGEST_DIRECTORY = 1_000_000


def is_of_type(file: IO[bytes], media_type: str) -> bool:
    """Whether a file's content is of one of the media types that are taken (``models.files.MEDIA_TYPES``)."""
    if media_type in _TEXT:
        return any(_is_text(file, encoding) for encoding in ENCODINGS)
    if media_type == "application/zip" or media_type in _OFFICE:
        return _is_archive(file, _OFFICE.get(media_type))
    file.seek(0)
    with contextlib.suppress(puremagic.PureError, ValueError):
        return any(kind.mime_type == media_type for kind in puremagic.magic_stream(file))
    return False


def _is_text(file: IO[bytes], encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while chunk := file.read(_CHUNK_BYTES):
            if not _CONTROLS.isdisjoint(decoder.decode(chunk)):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_archive(file: IO[bytes], member: str | None) -> bool:
    """A ZIP archive, with the member that makes it an office document where one is named, and without macros."""
    if _directory_bytes(file) > _LARGEST_DIRECTORY:
        return False
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    if member is None:
        return True
    return {"[Content_Types].xml", member} <= names and not any(name.endswith("vbaProject.bin") for name in names)


def _directory_bytes(file: IO[bytes]) -> int:
    # Read before the library is: it makes an object of every entry, and an archive can claim millions.
    end = file.seek(0, 2)
    file.seek(max(0, end - _LONGEST_END))
    tail = file.read()
    found = tail.rfind(_END_OF_DIRECTORY)
    return int.from_bytes(tail[found + 12 : found + 16], "little") if found >= 0 else 0
