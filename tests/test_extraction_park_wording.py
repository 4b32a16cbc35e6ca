"""How texts name a park, say what becomes of it, and list where several are.

Each wording is read in several frames.
"""

from __future__ import annotations

from itertools import product

import pytest

from analysis.extraction.relations.park_locations import park_locations
from extracting import THREE_ENGLISH, misread, missed_of_three, stated, values
from park_contexts import (
    ELSEWHERE,
    ELSEWHERE_ENGLISH,
    GOING_ON,
    GOING_ON_ENGLISH,
    NO_PARK_THERE,
    TWO_PARKS,
)
from park_wordings import (
    IN_PLACES,
    IN_PLACES_ENGLISH,
    NAMES_OF_AMATA,
    NAMES_OF_AMATA_ENGLISH,
    NAMES_OF_VSIP,
    NAMES_OF_VSIP_ENGLISH,
    OPERATING,
    OPERATING_ENGLISH,
    OWN_NAME,
    PLANNED,
    PLANNED_ENGLISH,
    THERE,
    THERE_ENGLISH,
    TO_COME,
    TO_COME_ENGLISH,
    TO_COME_IN_PLACES,
    TO_COME_IN_PLACES_ENGLISH,
)

AFTER = ["KCN VSIP Kon Tum {}.", "Khu công nghiệp Amata tại Kon Tum {}."]
AFTER_ENGLISH = [
    "VSIP Kon Tum {}.",
    "The VSIP in Kon Tum {}.",
    "The Amata industrial park in Kon Tum {}.",
]
BEFORE = ["{} khu công nghiệp VSIP Kon Tum.", "{} KCN Amata tại Kon Tum."]
BEFORE_ENGLISH = [
    "{} VSIP Kon Tum.",
    "{} a VSIP park in Kon Tum.",
    "{} an Amata industrial park in Kon Tum.",
]
SAID = {
    "planned": [
        *product(AFTER, PLANNED),
        *product(AFTER_ENGLISH, PLANNED_ENGLISH),
        *product(BEFORE, TO_COME),
        *product(BEFORE_ENGLISH, TO_COME_ENGLISH),
    ],
    "operating": [
        *product(AFTER, OPERATING),
        *product(AFTER_ENGLISH, OPERATING_ENGLISH),
        *product(BEFORE, THERE),
        *product(BEFORE_ENGLISH, THERE_ENGLISH),
    ],
}


@pytest.mark.parametrize("status", SAID)
def test_what_is_said_beside_a_park_is_its_status(status: str) -> None:
    expected = {frame.format(said): {("Kon Tum", status)} for frame, said in SAID[status]}
    assert misread(park_locations, expected, "province", "status") == {}


FOUND = [
    ("Công nhân ở {} được tăng lương.", "operating"),
    ("{} đã thu hút 30 dự án.", "operating"),
    ("Tỉnh vừa khởi công {}.", "planned"),
    ("{} sẽ khởi công tháng sau.", "planned"),
]
FOUND_ENGLISH = [
    ("Workers at {} got a pay rise.", "operating"),
    ("Now {} has attracted 30 projects.", "operating"),
    ("The firm broke ground on {} last week.", "planned"),
    ("Then {} will be built next year.", "planned"),
]


@pytest.mark.parametrize(
    ("programme", "names", "frames"),
    [
        ("VSIP", NAMES_OF_VSIP, FOUND),
        ("Amata", NAMES_OF_AMATA, FOUND),
        ("VSIP", NAMES_OF_VSIP_ENGLISH, FOUND_ENGLISH),
        ("Amata", NAMES_OF_AMATA_ENGLISH, FOUND_ENGLISH),
    ],
)
def test_a_park_is_found_however_it_is_named(
    programme: str, names: list[str], frames: list[tuple[str, str]]
) -> None:
    expected = {
        frame.format(name): {(programme, "Kon Tum", status)}
        for name, (frame, status) in product(names, frames)
    }
    assert misread(park_locations, expected, "programme", "province", "status") == {}


LISTS = [
    "Kon Tum, Sơn La và Lai Châu",
    "tỉnh Kon Tum, tỉnh Sơn La, tỉnh Lai Châu",
    "Kon Tum (2 khu), Sơn La (1 khu), Lai Châu (1 khu)",
]


@pytest.mark.parametrize(
    ("frames", "lists", "status"),
    [
        (IN_PLACES, LISTS, "operating"),
        (IN_PLACES_ENGLISH, THREE_ENGLISH, "operating"),
        (TO_COME_IN_PLACES, LISTS, "planned"),
        (TO_COME_IN_PLACES_ENGLISH, THREE_ENGLISH, "planned"),
    ],
)
def test_every_place_of_a_list_has_a_park(frames: list[str], lists: list[str], status: str) -> None:
    assert missed_of_three(park_locations, frames, lists, status) == []


@pytest.mark.parametrize("text", NO_PARK_THERE)
def test_what_else_is_there_is_no_park(text: str) -> None:
    assert stated(park_locations, text) == []


@pytest.mark.parametrize(
    ("before", "sentences"),
    [
        ("Amata là nhà phát triển khu công nghiệp của Thái Lan.", GOING_ON),
        ("Ông Sáu, Tổng giám đốc Amata, cho biết công ty lãi lớn.", GOING_ON),
        ("Amata is a developer of industrial parks.", GOING_ON_ENGLISH),
        ("Amata's chief executive said profits rose.", GOING_ON_ENGLISH),
    ],
)
def test_the_next_sentence_goes_on_with_their_parks(
    before: str, sentences: list[tuple[str, str]]
) -> None:
    expected = {
        f"{before} {sentence}": {("Amata", "Kon Tum", status), ("Amata", "Sơn La", status)}
        for sentence, status in sentences
    }
    assert misread(park_locations, expected, "programme", "province", "status") == {}


@pytest.mark.parametrize(
    ("frames", "names"),
    [
        (ELSEWHERE, ["KCN VSIP Kon Tum", "KCN VSIP (Kon Tum)", "KCN Amata ở Kon Tum"]),
        (ELSEWHERE_ENGLISH, ["VSIP Kon Tum", "the Amata industrial park in Kon Tum"]),
    ],
)
def test_a_park_is_in_no_other_province_that_is_named(frames: list[str], names: list[str]) -> None:
    filled = (frame.format(name) for frame, name in product(frames, names))
    expected = {text[0].upper() + text[1:]: {("Kon Tum",)} for text in filled}
    assert misread(park_locations, expected, "province") == {}


@pytest.mark.parametrize("text", TWO_PARKS)
def test_each_of_two_parks_has_its_own_status(text: str) -> None:
    read = values(stated(park_locations, text), "province", "status")
    assert read == {("Kon Tum", "operating"), ("Sơn La", "planned")}


@pytest.mark.parametrize(("text", "status"), OWN_NAME)
def test_whose_a_park_with_a_name_of_its_own_is(text: str, status: str) -> None:
    read = values(stated(park_locations, text), "programme", "province", "status")
    assert {(programme, province) for programme, province, _ in read} == {("Amata", "Kon Tum")}
    assert not status or {told for _, _, told in read} == {status}
