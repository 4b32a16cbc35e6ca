"""Files as articles: encodings, newlines, paragraphs, language, and what is refused."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import pytest

from analysis.errors import SourceError
from analysis.extraction import make_article, read_article

TEXT = "Khu công nghiệp ở Đồng Tháp\n\nHậu Giang và Vĩnh Long ký kết thỏa thuận hợp tác.\n"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """Return a text in Windows-1258, which sets most tones as characters of their own."""
    pieces = []
    for letter in unicodedata.normalize("NFC", text):
        marks = unicodedata.normalize("NFD", letter)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
        pieces.append(bare + "".join(mark for mark in marks if mark in TONES))
    return "".join(pieces).encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "byte order mark", "utf-16", "little endian", "big endian", "CRLF", "CR"],
)
def test_encoding_and_newlines_do_not_change_the_text(data: bytes) -> None:
    article = make_article("tin", data)
    assert article.text == TEXT
    assert article.paragraphs == [(0, 27), (29, len(TEXT) - 1)]
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.size == len(data)


@pytest.mark.parametrize("text", [TEXT, "\ufeff" + TEXT, TEXT.replace("\n", "\r\n")])
def test_a_text_known_already_makes_the_same_article(text: str) -> None:
    assert make_article("tin", text.encode(), text=text) == make_article("tin", text.encode())
    with pytest.raises(SourceError, match=r"control character U\+0001"):
        make_article("tin", b"a\x01", text="a\x01")


def test_windows_1258_is_read_as_vietnamese() -> None:
    article = make_article("tin", windows_1258(TEXT))
    assert unicodedata.normalize("NFC", article.text) == TEXT
    assert article.view.text.endswith("ký kết thỏa thuận hợp tác.\n")


def test_the_text_stays_decomposed_and_only_the_view_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", TEXT)
    article = make_article("tin", decomposed.encode())
    assert article.text == decomposed
    assert article.view.text == TEXT


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the text is empty"),
        (b"\xef\xbb\xbf", "the text is empty"),
        (" \n\u00a0\t\n\u200b\ufeff\n".encode(), "the text is empty"),
        (b"\x89PNG\r\n\x1a\n\x00", "byte 0 is not UTF-8"),
        ("Tây Ninh\x00".encode(), "control character U+0000"),
        ("Tây Ninh \x1b[1m".encode(), "control character U+001B"),
        ("Tây Ninh ".encode() + b"\xff", "byte 10 is not UTF-8"),
        ("Tây Ninh".encode("utf-16-le"), "is not UTF-8|U\\+0000"),
        (b"\xff\xfe" + "Tây Ninh".encode("utf-16-le")[:-1], "is not UTF-16"),
        (b"\xff\xfe\x00\xd8\x41\x00", "is not UTF-16"),
        ("Tây Ninh".encode("utf-32"), "control character U\\+0000"),
        ("Pécs, Győr, Eger és Vác között új út épül.".encode("cp1250"), "is not UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_the_remedy(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError, match=problem.replace("U+", r"U\+")) as refused:
        make_article("hỏng", data, "thu/hỏng.txt")
    assert str(refused.value).startswith("thu/hỏng.txt: ")
    assert refused.value.remedy.startswith("Give a ")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.txt: cannot read \(No such file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="cannot read"):
        read_article(tmp_path)


def test_blank_lines_are_no_paragraphs() -> None:
    article = make_article("tin", "\n  Một. \n \u00a0\n\u200b\nHai.\n\nBa.".encode())
    assert [article.text[start:end] for start, end in article.paragraphs] == ["Một.", "Hai.", "Ba."]
    starts = [start for start, _ in article.paragraphs]
    assert [article.paragraph(start) for start in starts] == [1, 2, 3]
    assert [article.paragraph(end - 1) for _, end in article.paragraphs] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Đồng Nai – tin số 7", "dong-nai-tin-so-7"),
        ("Bình_Thuận.2024", "binh_thuan.2024"),
        ("..", "text-"),
        ("越南", "text-"),
    ],
)
def test_identifiers_are_made_of_the_name_else_of_the_content(name: str, identifier: str) -> None:
    article = make_article(name, TEXT.encode())
    assert article.source_id.removesuffix(article.sha256[:12]) == identifier


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "vi"),
        ("VSIP Nghệ An", "vi"),
        ("Khu cong nghiep o Dong Thap va Hau Giang", "vi"),
        ("The parks of Sonadezi are in the south, next to the port.", "en"),
        ("Parks in Cà Mau, Kiên Giang and Bạc Liêu are to open to the public.", "en"),
        ("Đoàn khách của The Bank of Peace and Light đã đến thăm bến cảng ở Bến Tre.", "vi"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert make_article("tin", text.encode()).language == language


def test_reading_a_file_gives_its_name_as_identifier(tmp_path: Path) -> None:
    path = tmp_path / "Hậu Giang 2.txt"
    path.write_bytes(TEXT.encode("utf-8-sig"))
    article = read_article(path)
    assert (article.source_id, article.text) == ("hau-giang-2", TEXT)
