"""Articles: decoded text, paragraphs and language.

Offsets count the code points of the file decoded and with LF newlines, nothing else changed; a
byte order mark is no part of the text.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.errors import SourceError
from analysis.extraction.view import INVISIBLE, View, make_view, unaccented

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
REMEDY = "Give a plain text in UTF-8, UTF-16 with a byte order mark, or Windows-1258."
LINE = re.compile(rf"[^\s{INVISIBLE}](?:.*[^\s{INVISIBLE}])?")
TONE = "\u0300\u0301\u0303\u0309\u0323"
ENGLISH = re.compile(r"\b(?:the|of|and|in|to|with)\b")
LARGEST = 10_000_000  # bytes
PLAIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")  # a name that is an identifier as it is
CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r"})


@dataclass(frozen=True)
class Article:
    """One source text.

    Parameters
    ----------
    source_id : str
        Identifier, made of the file's name.
    text : str
        The text; evidence offsets refer to it.
    utf8 : bytes
        The text in UTF-8, its newlines perhaps those of the file.
    sha256, size : str, int
        Hash and number of the file's bytes.
    language : {"vi", "en"}
        Language of the text.
    """

    source_id: str
    text: str
    utf8: bytes
    sha256: str
    size: int
    language: str

    @cached_property
    def paragraphs(self) -> Sequence[tuple[int, int]]:
        """Span of each line that shows something."""
        return [match.span() for match in LINE.finditer(self.text)]

    @cached_property
    def view(self) -> View:
        """What the rules match."""
        return make_view(self.text)

    def paragraph(self, offset: int) -> int:
        """Return the 1-based paragraph of an offset."""
        return bisect_right(self.paragraphs, (offset, len(self.text)))


def read_article(path: str | Path) -> Article:
    """Read a text file.

    Raises
    ------
    SourceError
        If it cannot be read, is empty, binary, or in an encoding other than UTF-8, UTF-16 with
        a byte order mark and Windows-1258.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise SourceError(path, f"cannot read ({error.strerror})", "Check the path.") from error
    return make_article(Path(path).stem, data, path)


def make_article(name: str, data: bytes, file: object = "", text: str = "") -> Article:
    r"""Return the article that bytes hold.

    Parameters
    ----------
    name : str
        What the identifier is made of.
    data : bytes
        Content of the file.
    file : object
        Named in errors; the name if empty.
    text : str
        What the data, in UTF-8, are known to hold; else they are decoded.

    Examples
    --------
    >>> make_article("Tin số 1", "Một.\r\n\r\nHai.".encode()).paragraphs
    [(0, 4), (6, 10)]
    """
    if len(data) > LARGEST:
        problem = f"too large for an article: {len(data):,} bytes, at most {LARGEST:,}"
        raise SourceError(file or name, problem, "Split it into its articles.")
    text, utf8 = (text, data) if text else _decoded(data, file or name)
    text = text.removeprefix("\ufeff")
    _refuse_controls(text, utf8, file or name)
    if b"\r" in utf8:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not LINE.search(text):
        raise SourceError(file or name, "the text is empty", "Give a file that holds an article.")
    digest = hashlib.sha256(data).hexdigest()
    source_id = name if PLAIN.fullmatch(name) else _slug(name) or f"text-{digest[:12]}"
    return Article(source_id, text, utf8, digest, len(data), _language(text[:4_000]))


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9._]+", "-", unaccented(name).lower()).strip("-._")


def _language(sample: str) -> str:
    """Return the language: Vietnamese if one byte in eight is an accent's, or not English.

    English texts that spell Vietnamese names out stay below that; Vietnamese ones reach a fourth.
    """
    if (len(sample.encode("utf-8")) - len(sample)) * 8 > len(sample):
        return "vi"
    return "vi" if len(ENGLISH.findall(sample.lower())) * 25 < sample.count(" ") else "en"


def _decoded(data: bytes, file: object) -> tuple[str, bytes]:
    """Return the text, and it in UTF-8; or say what is wrong."""
    encoding, legacy = "utf-16" if data.startswith(UTF_16_MARKS) else "utf-8", ""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        legacy = _windows_1258(data) if encoding == "utf-8" else ""
        if not legacy:
            problem = f"byte {error.start} is not {encoding.upper()}"
            raise SourceError(file, problem, REMEDY) from error
        text = legacy
    return text, data if encoding == "utf-8" and not legacy else text.encode("utf-8")


def _refuse_controls(text: str, utf8: bytes, file: object) -> None:
    if len(utf8.translate(None, CONTROLS)) < len(utf8):
        found = next(letter for letter in text if letter < " " and ord(letter) in CONTROLS)
        problem = f"holds the control character U+{ord(found):04X}: binary, not a text"
        raise SourceError(file, problem, REMEDY)


def _windows_1258(data: bytes) -> str:
    """Return the text if it is Vietnamese in Windows-1258 (tones, each on a vowel), else none."""
    text = data.decode("cp1258", errors="replace")
    tones = len(re.findall(f"[{TONE}]", text))
    placed = len(re.findall(f"[aăâeêioôơuưy][{TONE}]", text, re.IGNORECASE))
    return text if tones * 50 > len(text) and placed == tones and "\ufffd" not in text else ""
