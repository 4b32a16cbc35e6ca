"""Numbers and dates as texts write them, and what looks like one and is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction import quantities
from analysis.extraction.quantities import dates, number_pattern, number_value
from analysis.extraction.reading import Reading
from extracting import article, gazetteer, grammar

WORDS = grammar().words
NUMBER = re.compile(number_pattern(WORDS).replace("{park}", "khu công nghiệp"))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("có 7 tỉnh và 1.250 ha", [7, 1250]),
        ("hai tỉnh, mười hai khu, hai mươi mốt xã", [2, 12, 21]),
        ("ba mươi lăm huyện, chín mươi doanh nghiệp", [35, 90]),
        ("năm tỉnh trong năm qua", [5]),
        ("mười năm qua, hai mươi năm trước", [10, 20]),
        ("two parks and eleven towns", [2, 11]),
        ("tỷ lệ 7,5%, 3.5 ha, 12%, 1,250 people", []),
        ("ngày 7/8, số 5-2024, A5, 4G, 12345", []),
        ("hai-ba", [2, 3]),
        ("haiti, chín_muồi", []),
    ],
)
def test_numbers(text: str, numbers: list[int]) -> None:
    assert [number_value(match[0], WORDS) for match in NUMBER.finditer(text)] == numbers


def test_every_number_up_to_99_is_read_as_written() -> None:
    units = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    for value in range(11, 100):
        ten, unit = divmod(value, 10)
        after = {1: "mốt", 4: "tư", 5: "lăm"} if ten > 1 else {5: "lăm"}
        words = ["mười"] if ten == 1 else [units[ten], "mươi"]
        text = " ".join([*words, after.get(unit, units[unit])]).strip()
        match = NUMBER.fullmatch(text)
        assert match, text
        assert number_value(match[0], WORDS) == value


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ngày 7/9/2021", ["2021-09-07"]),
        ("ngày 7-9-2021 và 8.9.2021", ["2021-09-07", "2021-09-08"]),
        ("ngày 30 tháng 4 năm 2019", ["2019-04-30"]),
        ("sáng 7/9, chiều nay (8/9)", ["--09-07", "--09-08"]),
        ("ngày 29/2", ["--02-29"]),
        ("on 5 june 2020 and march 7, 2021", ["2020-06-05", "2021-03-07"]),
        ("since may 2018", ["2018-05"]),
        ("tỷ lệ 7/9, mẫu 3-4, phiên bản 1.2", []),
        ("ngày 31/2/2021, ngày 7/13", []),
        ("quốc lộ 1/5/2019/7, số 12/9/20215", []),
    ],
)
def test_dates_are_iso_or_partial(text: str, days: list[str]) -> None:
    assert [day for _, day in dates(text)] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sáng 7/9, hội nghị khai mạc.", "--09-07"),
        ("Sáng 7/9, hội nghị khai mạc. Thu ngân sách năm 2022 tăng.", "2022-09-07"),
        ("Sáng 7/9, hội nghị khai mạc. Cảng lập năm 2016, mở rộng đến năm 2030.", "--09-07"),
        ("Sáng 7/9, hội nghị khai mạc. Dự án rộng 2000 ha, cần 1950 lao động.", "--09-07"),
        ("Sáng 7/9, hội nghị khai mạc. Thu ngân sách năm 2022 hơn năm 2021.", "--09-07"),
        ("Sáng 7/9, tiếp nối hội nghị ngày 8/9/2020.", "2020-09-07"),
        ("Hội nghị khai mạc tháng trước.", None),
    ],
)
def test_a_missing_year_is_filled_in_only_if_the_text_names_one(text: str, day: str | None) -> None:
    reading = Reading(article(text), gazetteer(), grammar())
    assert reading.event_date == day


PIECES = ["12", "3", "2023", "1999", "31", " ", " ", "/", "-", ".", ", ", "ngày ", "tháng ", "may "]


@given(st.lists(st.sampled_from([*PIECES, "may. ", "september ", " năm ", "\n", "x"]), max_size=30))
def test_no_date_is_missed_for_lack_of_its_signs(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = [(match.span(), day) for match, day in dates(text)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quantities, "_may_be_dated", lambda *_: True)
        assert found == [(match.span(), day) for match, day in dates(text)]
