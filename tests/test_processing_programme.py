"""What is gathered of one programme: its latest total, places, partners and home."""

from __future__ import annotations

import pytest

from analysis.processing.programme import Programme, evidence_of, programmes, told_with
from made_facts import (
    SOURCE,
    Row,
    further,
    home,
    lam_son,
    made_tables,
    park,
    partner,
    source,
    total,
)

OLDER, NEWER = "older", "newer"
SOURCES = [source(OLDER, "2019-11-30"), source(), source(NEWER, "2025-01-15")]


def gathered(**rows: list[Row]) -> list[Programme]:
    return programmes(made_tables(lam_son(**rows)))


def test_one_programme_of_one_source() -> None:
    (programme,) = gathered()
    assert (programme.name, programme.total, programme.qualifier) == ("Lam Sơn", 7, "exact")
    assert programme.total_fact == total(7)["fact_id"]
    assert not programme.exhaustive
    assert sorted(programme.locations["province_code"]) == ["22", "35", "80", "92"]
    assert sorted(programme.partners["province_code"]) == ["10", "54", "89"]
    assert programme.home == "75"


def test_without_a_stated_total_there_is_no_programme() -> None:
    assert gathered(park_totals=[]) == []


def test_a_programme_without_home_places_or_partners() -> None:
    (programme,) = gathered(park_locations=[], partnerships=[], other_facts=[], evidence=[])
    assert programme.home == ""
    assert programme.locations.empty
    assert programme.partners.empty


@pytest.mark.parametrize("order", [1, -1])
def test_the_latest_total_counts(order: int) -> None:
    totals = [
        total(4, source_id=OLDER, qualifier="at_least"),
        total(7),
        total(6, source_id=NEWER, qualifier="approx", list_is_exhaustive=True),
    ][::order]
    (programme,) = gathered(sources=SOURCES[::order], park_totals=totals)
    assert (programme.total, programme.qualifier, programme.exhaustive) == (6, "approx", True)


def test_a_total_is_as_late_as_its_latest_source() -> None:
    totals = [total(4, source_id=OLDER), total(7)]
    repeated = further(totals[0], NEWER)
    (programme,) = gathered(sources=SOURCES, park_totals=totals, evidence=[repeated])
    assert programme.total == 4


@pytest.mark.parametrize(
    ("dates", "count"),
    [
        (("2024-03-04", "2024-03-05"), 8), (("2024-03-05", "2024-03-04"), 7),
        (("2024-03", "2024-03-05"), 8), (("2024-03-05", "2024-03"), 7),
        (("2024-03-05", "--12-31"), 7), (("--12-31", None), 7), ((None, None), 8),
        (("2024-03-05", "2024-03-05"), 8),
    ],
)  # fmt: skip
def test_partial_dates_come_before_full_ones_and_the_larger_of_equal_dates_counts(
    dates: tuple[str | None, str | None], count: int
) -> None:
    sources = [source("one", dates[0]), source("two", dates[1])]
    totals = [total(7, source_id="one"), total(8, source_id="two")]
    locations = [park("22", source_id="one")]
    rows = {"partnerships": [], "other_facts": [], "evidence": []}
    (programme,) = gathered(sources=sources, park_totals=totals, park_locations=locations, **rows)
    assert programme.total == count


def test_planned_parks_are_no_places_and_unspecified_ones_are() -> None:
    rows = [park("22", status="planned"), park("35", status="unspecified"), park("80")]
    (programme,) = gathered(park_locations=rows)
    assert programme.locations["province_code"].tolist() == ["35", "80"]


@pytest.mark.parametrize("changes", [{"status": "planned"}, {"domain": "tourism"}])
def test_intended_agreements_and_other_matters_make_no_partner(changes: dict[str, str]) -> None:
    (programme,) = gathered(partnerships=[partner("10"), partner("54", **changes)])
    assert programme.partners["province_code"].tolist() == ["10"]


def test_partners_and_home_come_from_sources_that_speak_of_the_programme() -> None:
    elsewhere = partner("87", source_id=NEWER)
    far_home = home("96", source_id=NEWER)
    rows = [partner("10"), elsewhere]
    (programme,) = gathered(sources=SOURCES, partnerships=rows, other_facts=[home("75"), far_home])
    assert programme.partners["province_code"].tolist() == ["10"]
    assert programme.homes["value"].tolist() == ["75"]
    told_here_too = further(elsewhere, SOURCE, 900)
    (programme,) = gathered(sources=SOURCES, partnerships=rows, evidence=[told_here_too])
    assert programme.partners["province_code"].tolist() == ["10", "87"]


def test_programmes_are_told_apart_and_sorted() -> None:
    other = {"programme": "Hoa Lư", "developer": None}
    found = gathered(
        park_totals=[total(7), total(2, programme="Hoa Lư")],
        park_locations=[park("22"), park("35", **other), park("80"), park("37", **other)],
    )
    assert [each.name for each in found] == ["Hoa Lư", "Lam Sơn"]
    assert [each.locations["province_code"].tolist() for each in found] == [
        ["35", "37"], ["22", "80"],
    ]  # fmt: skip
    assert [each.total for each in found] == [2, 7]


def test_spans_are_those_of_all_fact_tables() -> None:
    tables = made_tables(lam_son())
    spans = evidence_of(tables)
    assert len(spans) == 4 + 1 + 3 + 1 + 1
    assert told_with([total(7)["fact_id"]], spans) == set(spans["fact_id"])
    assert told_with([], spans) == set()
