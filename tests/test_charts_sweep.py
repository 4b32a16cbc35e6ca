"""Every chart as the notebooks draw it: texts in their places, findings with their numbers.

A sample with the longest names; ``make test-charts`` draws every parameter value.
"""

from __future__ import annotations

import itertools
import os
import re
from typing import Any

import pytest

from analysis.admin import SCHEMES, VINTAGES
from analysis.charts.choropleth import choropleth
from analysis.charts.claims_over_time import claims_over_time
from analysis.charts.evidence_map import evidence_map
from analysis.charts.merger import merger
from analysis.charts.reach import reach
from analysis.charts.reach_map import reach_map
from analysis.charts.region_coverage import region_coverage
from analysis.charts.region_parks import region_parks
from analysis.charts.region_peers import region_peers
from analysis.charts.render import to_svg
from analysis.charts.status_matrix import status_matrix
from analysis.charts.tile_grid import tile_grid
from analysis.language import LANGUAGES
from analysis.reporting import session
from analysis.reporting.claims import claim_values
from analysis.reporting.profile import profile
from analysis.reporting.session import Report, open_report
from analysis.reporting.values import all_spans
from test_charts import assert_every_text_has_its_place, reference

FULL = bool(os.environ.get("PARKSPREAD_EVERY_CHART"))
OVERVIEWS = [
    each
    for each in itertools.product(VINTAGES, SCHEMES, LANGUAGES)
    if each[:2] != (2025, "key_economic") and (FULL or each[1:] == (SCHEMES[0], "vi"))
]
LONGEST = ("Bà Rịa - Vũng Tàu", "Thừa Thiên Huế", "Hồ Chí Minh")
PROFILES = [
    (int(vintage), str(name), language)
    for vintage, name in reference("admin_units")[["vintage", "name"]].itertuples(index=False)
    for language in LANGUAGES
    if FULL or (name in LONGEST and language == "vi")
]


def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the titles of the charts drawn from now on, each checked for its texts' places."""
    titles: list[str] = []

    def looking(figure: Any, words: Any) -> bytes:
        assert_every_text_has_its_place(figure)
        for text in (words.title, words.alternative):
            assert not re.search(r"[{}]|\bnan\b|None", text)
        assert re.search(r"\d", words.alternative)
        titles.append(str(words.title))
        return to_svg(figure, words)

    monkeypatch.setattr(session, "to_svg", looking)
    monkeypatch.setattr(session, "publish_display_data", lambda *_, **__: None)
    return titles


def opened(**parameters: Any) -> Report:
    return open_report({"programme": "VSIP", **parameters})


@pytest.mark.parametrize(("vintage", "scheme", "language"), OVERVIEWS)
def test_overviews(
    vintage: int, scheme: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = looked_at(monkeypatch)
    report = opened(vintage=vintage, scheme=scheme, language=language)
    units, regions = report.rows("units"), report.tables["regions"]
    report.figure(tile_grid, units, report.tables["tile_grid"])
    report.figure(choropleth, units, report.rows("outlines"))
    report.figure(reach_map, units, report.rows("admin_units"), report.rows("outlines"))
    report.figure(reach, units)
    report.figure(region_parks, report.rows("region_spread"), regions)
    report.figure(region_coverage, report.rows("region_coverage"), regions)
    report.figure(status_matrix, units, regions)
    report.figure(merger, report.rows("units", 2023), report.rows("units", 2025),
                  report.tables["successions"])  # fmt: skip
    assert len(set(titles)) == 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    titles = looked_at(monkeypatch)
    report = opened(language=language)
    report.figure(evidence_map, all_spans(report.tables), report.tables["sources"])
    report.figure(claims_over_time, report.rows("claims"), **claim_values(report))
    assert len(titles) == 2


@pytest.mark.parametrize(("vintage", "province", "language"), PROFILES)
def test_profiles(
    vintage: int, province: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = looked_at(monkeypatch)
    report = opened(vintage=vintage, province=province, language=language)
    found = profile(report)
    report.figure(region_peers, report.rows("units"), found.code, **found.context)
    assert province in titles[0]
