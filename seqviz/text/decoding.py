"""Bytes of an uploaded file into text, or a sentence that says why not."""

from __future__ import annotations

import codecs

LONGEST_UPLOAD = 2_000_000
_CONTROL_SHARE = 0.02
BINARY = "The file is not plain text but binary (a picture, a PDF, an archive?); save it as text."


class NoTextError(ValueError):
    """A file that is no text, or too long; the message is a sentence for the person who uploaded it."""


def decode(data: bytes) -> str:
    """Return a file's text: UTF-8, UTF-16 where a byte order mark says so, else Western European.

    Raises:
        NoTextError: if the file is empty, too long or binary.
    """
    if not data.strip():
        raise NoTextError("The file is empty.")
    if len(data) > LONGEST_UPLOAD:
        raise NoTextError(f"The file has {len(data):,} bytes; at most {LONGEST_UPLOAD:,} are read here.")
    text = decoded(data)
    if is_binary(text):
        raise NoTextError(BINARY)
    return text


def is_binary(text: str) -> bool:
    """Tell whether what was read as text is none: it holds a NUL, or control characters in plenty."""
    control = sum(character < " " and character not in "\t\n\r\f" for character in text)
    return "\0" in text or control > _CONTROL_SHARE * len(text)


def decoded(data: bytes) -> str:
    """Read bytes as text whatever they are: UTF-8, UTF-16 by its mark, else Western European."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
