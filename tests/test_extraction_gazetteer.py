"""Which spellings are found, where their bounds lie, and which look-alikes are ruled out."""

from __future__ import annotations

import csv
from pathlib import Path
from shutil import copytree

import pytest

from analysis.errors import SourceError
from analysis.extraction import load_gazetteer
from analysis.extraction.view import make_view
from extracting import REFERENCE, article, gazetteer, names, shared

VIETNAMESE = "Hội nghị hôm qua diễn ra tại {}, với nhiều đại biểu tham dự và phát biểu."
ENGLISH = "The meeting of the day was held in {}, to the joy of all."
# Kinds of the shared list that only English texts use, and names of no single province of today.
UNACCENTED = {"ascii", "english"}
NO_ONE_PROVINCE = {"Nghệ Tĩnh", "Quảng Nam - Đà Nẵng"}
LOWER_CASE = {"tp.hcm"}


def missed(sentence: str) -> set[tuple[str, str]]:
    """Return spelling and kind of the shared aliases that are not found in a sentence."""
    with shared("reference/aliases.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) > 550
    return {
        (row["alias"], row["kind"])
        for row in rows
        if names(sentence.format(row["alias"])) != [row["name_vi"]]
    }


def test_english_texts_yield_every_alias_of_one_province() -> None:
    assert {alias for alias, _ in missed(ENGLISH)} == NO_ONE_PROVINCE | LOWER_CASE


def test_vietnamese_texts_yield_every_alias_that_is_no_mere_transcription() -> None:
    aliases = {alias for alias, kind in missed(VIETNAMESE) if kind not in UNACCENTED}
    transcribed = {"Sai Gon", "Ha Tay", "Dac Lac", "Dac Nong", "Bac Can", "Lao Kay"}
    assert aliases == NO_ONE_PROVINCE | LOWER_CASE | transcribed


def test_every_spelling_of_an_organisation_makes_a_text_worth_reading() -> None:
    organised = [n.spelling for n in gazetteer().spelt if n.kind in ("programme", "developer")]
    assert len(organised) > 100
    folded = {spelling: make_view(f"Ở {spelling}.").folded for spelling in organised}
    assert [s for s in organised if not gazetteer().names_organisation(folded[s])] == []


@pytest.mark.parametrize("vintage", ["2023", "2025"])
def test_every_unit_of_both_vintages_is_found(vintage: str) -> None:
    with (REFERENCE / "admin_units.csv").open(encoding="utf-8") as stream:
        units = [row["name"] for row in csv.DictReader(stream) if row["vintage"] == vintage]
    found = names("Các tỉnh: " + ", ".join(units) + ".")
    expected = ["Thừa Thiên Huế" if name == "Huế" else name for name in units]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nhiều tàu vượt Thái Bình Dương mỗi năm.",
        "Hợp tác khu vực châu Á – Thái Bình Dương mở rộng.",
        "Người dân mong hòa bình, thịnh vượng và thái bình lâu dài.",
        "Dự án ven sông Đồng Nai, dưới chân núi Bà Rịa.",
        "Vùng Đồng Tháp Mười ngập lũ.",
        "Đội Hoàng Anh Gia Lai gặp Becamex Bình Dương FC và SHB Đà Nẵng.",
        "Câu lạc bộ bóng đá Becamex Bình Dương tập luyện.",
        "Công ty Formosa Hà Tĩnh và BIDV Bình Dương tuyển dụng.",
        "Ngân hàng Nông nghiệp chi nhánh Tây Ninh khai trương.",
        "Ông Trương Hòa Bình phát biểu.",
        "Đường Điện Biên Phủ và phố Hà Nam kẹt xe.",
        "Trường Đại học Trà Vinh tuyển sinh.",
        "Báo Hà Nội Mới đưa tin về huyện Long An.",
        "Đò qua rạch Cà Mau và kênh Vĩnh Long, tới thị xã Sóc Trăng cũ.",
        "Sở Lao động và Bảo hiểm xã hội tại xã. Bảo hiểm xã hội Bình Dương chi trả.",
        "Thanh niên học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        "Chủ tịch Hồ Chí Minh đọc tuyên ngôn, Bác Hồ về thăm.",
        "Máy bay hạ cánh ở sân bay Cần Thơ.",
        "The Formosa Ha Tinh plant and SHB Da Nang of the league are in the news.",
        "Mr Truong Hoa Binh spoke to the press in the morning.",
    ],
)
def test_look_alikes_are_no_provinces(text: str) -> None:
    assert [name for name in names(text) if name in gazetteer().provinces.values()] == []


@pytest.mark.parametrize("word", ["Ngoài", "Chỉ", "Rời", "Giá", "Trên", "Sau", "Với", "Ở"])
def test_a_vietnamese_sentence_may_open_with_a_word_before_a_province(word: str) -> None:
    assert names(f"{word} Kon Tum, trời mưa to.") == ["Kon Tum"]


@pytest.mark.parametrize("word", ["After", "Like", "However", "Outside", "In", "Now"])
def test_an_english_sentence_may_open_with_a_word_before_a_province(word: str) -> None:
    assert names(f"{word} Kon Tum, the weather is fine.") == ["Kon Tum"]


def test_a_city_called_like_its_province_is_a_town_there() -> None:
    found = gazetteer().mentions(article("Từ thành phố Thái Nguyên, TP Hà Nội đến tỉnh Kon Tum."))
    kinds = [(mention.name.kind, mention.name.value) for mention in found]
    assert kinds == [("town", "19"), ("province", "01"), ("province", "62")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Từ TP.HCM và TP. Cần Thơ đi Cà Mau.", "Hồ Chí Minh, Cần Thơ, Cà Mau"),
        ("Đến thành phố Hải Phòng, thành phố Hà Nội.", "Hải Phòng, Hà Nội"),
        ("Các tỉnh, thành phố Nam Định, Hà Nam.", "Nam Định, Hà Nam"),
        ("Thêm cơ hội cho công nghiệp phía nam Bình Thuận.", "Bình Thuận"),
        ("Kinh tế - xã hội Bình Thuận khởi sắc.", "Bình Thuận"),
        ("Các tỉnh thành phố Nam Định, Hà Nam.", "Nam Định, Hà Nam"),
        ("BẠC LIÊU VÀ SÓC TRĂNG KÝ KẾT", "Bạc Liêu, Sóc Trăng"),
        ("Hà Giang-Tuyên Quang/Lào Cai", "Hà Giang, Tuyên Quang, Lào Cai"),
        ("Giữa Quảng Nam, Định Hóa và Quảng Nam – Đà Nẵng", "Quảng Nam, Quảng Nam, Đà Nẵng"),
        ("Tỉnh Hòa Bình yêu hòa bình.", "Hòa Bình"),
        ("Xe từ Bà Rịa–Vũng Tàu đi Thừa Thiên-Huế.", "Bà Rịa - Vũng Tàu, Thừa Thiên Huế"),
        ("Chủ tịch UBND tỉnh Kiên Giang Lâm Minh Thành.", "Kiên Giang"),
        ("Khu công nghiệp Việt Nam – Singapore Hải Dương", "VSIP, Hải Dương"),
        ("Khu công nghiệp Dinh Vu Industrial Zone 1", "park, DEEP C"),
        ("The parks of Ben Tre Province and Northern Ca Mau.", "park, Bến Tre, Cà Mau"),
    ],
)
def test_names_are_found_longest_first(text: str, expected: str) -> None:
    assert names(text) == expected.split(", ")


@pytest.mark.parametrize(
    "text",
    ["LongAnh", "xLong An", "Long An_2", "Long An\u0323", "Long Ấn", "VSIPx", "vsip", "Wha"],
)
def test_names_end_at_letters_digits_and_marks_of_any_script(text: str) -> None:
    assert names(f"Nói về {text} hôm nay.") == []


def test_a_mention_is_the_span_of_the_view() -> None:
    source = article("Đến nay, Hoà  Bình có khu công nghiệp.")
    spans = [source.view.text[start:end] for start, end, _ in gazetteer().mentions(source)]
    assert spans == ["Hòa Bình", "khu công nghiệp"]


def broken(tmp_path: Path, table: str, old: str, new: str) -> Path:
    folder = copytree(REFERENCE, tmp_path / "reference")
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_users_add_organisations_and_aliases_in_the_tables(tmp_path: Path) -> None:
    folder = broken(tmp_path, "organisations", "Amata,", "Lam Sơn,developer,Lam Sơn\nAmata,")
    aliases = folder / "aliases.csv"
    aliases.write_text(aliases.read_text(encoding="utf-8") + "Đất Sen,2023,87\n", encoding="utf-8")
    found = load_gazetteer(folder).mentions(article("Lam Sơn đến Đất Sen."))
    assert [name.value for _, _, name in found] == ["Lam Sơn", "87"]


@pytest.mark.parametrize(
    ("table", "old", "new", "problem"),
    [
        ("aliases", "alias,vintage", "spelling,vintage", "lacks the column alias"),
        ("admin_units", "2023,02,", "2023,02", "row 3 has 10 cells, the header 11"),
        ("organisations", "kind,alias", "sort,word", "lacks the column alias, kind"),
    ],
)
def test_a_faulty_reference_table_is_named(
    tmp_path: Path, table: str, old: str, new: str, problem: str
) -> None:
    with pytest.raises(SourceError, match=rf"{table}\.csv: {problem}. Restore"):
        load_gazetteer(broken(tmp_path, table, old, new))


def test_a_missing_empty_or_binary_reference_table_is_named(tmp_path: Path) -> None:
    folder = copytree(REFERENCE, tmp_path / "reference")
    for data in (b"", b"\xff\xfe\x00"):
        (folder / "successions.csv").write_bytes(data)
        with pytest.raises(SourceError, match=r"successions\.csv: "):
            load_gazetteer(folder)
    (folder / "successions.csv").unlink()
    with pytest.raises(SourceError, match=r"successions\.csv: cannot read"):
        load_gazetteer(folder)
