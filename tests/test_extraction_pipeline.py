"""From articles to the rows of the raw tables: they fit the registry, in whatever order."""

from __future__ import annotations

import random

import pandas as pd
import pytest

from analysis.extraction import Extraction, merge, passages, to_rows
from analysis.extraction.facts import IDENTITY
from analysis.tables.files import from_rows, table_bytes
from analysis.tables.registry import table
from extracting import ARTICLES, article, extracted
from other_news import OTHER_NEWS

TABLES = ("sources", *IDENTITY, "evidence")
NAMES = sorted(path.stem for path in ARTICLES.glob("*.txt"))
JUMBLE = """
VSIP|Becamex IDC|Amata|KCN Việt Nam – Singapore|khu công nghiệp|khu liên hợp|KCN|Hà Nam|Long An
TP.HCM|Bà Rịa – Vũng Tàu|Thừa Thiên Huế|tỉnh|các tỉnh|9|hai|năm|mười hai|hơn|gần|25/3/2023|ngày 4/5
ngày 31/2/2021|năm 2020|,|;|:|(|)|.|…|và|với|tại|ở|gồm|như|về|đã|chưa|không|sẽ|có|ký kết|giữa
khởi công|là chủ đầu tư|đã giao|UBND|tổ chức|mô hình|thí điểm|liên doanh với đối tác|hình thành
trong|năm qua|phát triển|trao giấy phép đầu tư cho|20 dự án|phó thủ tướng|nhấn mạnh|4 tỉnh
mô hình công nghiệp - đô thị - dịch vụ|ký kết với 4 tỉnh|ngày 4/5, UBND tỉnh|thành tựu về du lịch
"""
WORDS = JUMBLE.strip().replace("\n", "|").split("|")


def text(name: str) -> str:
    return (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")


def told() -> list[Extraction]:
    """Return all articles of the tests, and one that tells a part of another again."""
    again = text("long-an-2024-08-17").replace("17/8/2024", "18/8/2024")
    return [*(extracted(text(name), name) for name in NAMES), extracted(again, "nhac-lai")]


def files(extractions: list[Extraction]) -> dict[str, bytes]:
    rows = to_rows(merge(extractions))
    return {name: table_bytes(from_rows(found, name), name) for name, found in rows.items()}


def test_rows_fit_every_raw_table_of_the_registry() -> None:
    rows = to_rows(merge(told()))
    assert set(rows) == set(TABLES)
    for name, found in rows.items():
        assert found, name
        assert all(list(row) == table(name).columns for row in found)
        assert table_bytes(from_rows(found, name), name)


def test_no_rows_are_tables_too() -> None:
    rows = to_rows(merge([]))
    assert rows == {name: [] for name in TABLES}
    for name in TABLES:
        assert table_bytes(from_rows([], name), name).count(b"\n") == 1


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_articles_does_not_change_a_byte(seed: int) -> None:
    shuffled = told()
    random.Random(seed).shuffle(shuffled)
    assert files(shuffled) == files(told())


def test_merging_in_steps_is_merging_at_once() -> None:
    first, second, *rest = told()
    assert merge([merge([first, second]), merge(rest)]) == merge(told())


def test_every_locator_marks_a_passage_of_its_source() -> None:
    rows = to_rows(merge(told()))
    texts = {name: text(name) for name in NAMES}
    texts["nhac-lai"] = text("long-an-2024-08-17").replace("17/8/2024", "18/8/2024")
    for name in (*IDENTITY, "evidence"):
        for row in rows[name]:
            source = article(texts[str(row["source_id"])])
            (passage,) = passages(source, [row], name)
            assert isinstance(passage, str)
            assert passage == passage.strip()
            assert "\n" not in passage
            start, end = source.paragraphs[int(str(row["paragraph"])) - 1]
            assert start <= int(str(row["start"])) < int(str(row["end"])) <= end


def test_any_jumble_of_what_the_rules_look_for_gives_rows_that_fit() -> None:
    chance = random.Random(2)
    jumbles = [" ".join(chance.choices(WORDS, k=chance.randint(3, 40))) for _ in range(400)]
    rows = to_rows(merge(extracted(jumble, f"j-{n}") for n, jumble in enumerate(jumbles)))
    for name, found in rows.items():
        assert found, name
        assert table_bytes(from_rows(found, name), name)
    for row in [row for name in (*IDENTITY, "evidence") for row in rows[name]]:
        source = article(jumbles[int(str(row["source_id"])[2:])])
        assert isinstance(passages(source, [row], "x.csv")[0], str)


def test_evidence_refers_to_facts_and_repeats_no_span() -> None:
    rows = to_rows(merge(told()))
    known = {row["fact_id"] for name in IDENTITY for row in rows[name]}
    assert {row["fact_id"] for row in rows["evidence"]} <= known
    spans = pd.DataFrame([row for name in (*IDENTITY, "evidence") for row in rows[name]])
    assert not spans.duplicated(["fact_id", "source_id", "start"]).any()


@pytest.mark.parametrize(
    ("last", "author"),
    [
        ("Trần Văn Núi", "Trần Văn Núi"),
        ("NGỌC LAN", "NGỌC LAN"),
        ("M. Thu", "M. Thu"),
        ("Trần văn núi", None),
        ("Đến Từ Báo Sông Biển Núi Đồi", None),
        ("Lan", None),
        ("Theo Sông Biển", None),
        ("Nguồn Báo Mới", None),
        ("Ảnh: Lan", None),
    ],
)
def test_the_signature_is_a_last_line_that_is_a_name(last: str, author: str | None) -> None:
    (source,) = extracted(f"Tin vắn về mùa lúa.\n\n{last}\n").sources
    assert source["author"] == author


def test_a_text_of_one_line_has_no_signature() -> None:
    assert extracted("Trần Văn Núi").sources[0]["author"] is None


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("VSIP ký kết với tỉnh Hà Nam.", "agreements with 1 province"),
        ("VSIP ký kết với Hà Nam và Cà Mau.", "agreements with 2 provinces"),
        ("KCN VSIP Hà Nam. KCN Amata Cà Mau.", "parks of Amata and VSIP"),
        ("Mùa lúa đã chín.", None),
    ],
)
def test_sources_are_described_in_words_of_our_own(body: str, note: str | None) -> None:
    assert extracted(f"Tin vắn\n\n{body}").sources[0]["title_note"] == note


@pytest.mark.parametrize("text", OTHER_NEWS)
def test_other_news_states_nothing(text: str) -> None:
    assert extracted(text).facts == []
