"""A report's session: texts with variants, figures with their data, tables, assumptions."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.charts.evidence_map import evidence_map
from analysis.charts.reach import reach
from analysis.errors import ArgumentError, ParameterError
from analysis.language import LANGUAGES, Language
from analysis.reporting import evidence, session
from analysis.reporting.parameters import check_parameters
from analysis.reporting.profile import Profile, find_unit, profile, say_profile
from analysis.reporting.session import Report, open_report, start
from analysis.reporting.tabling import shown, to_html
from analysis.reporting.values import all_spans

ROOT = Path(__file__).parents[1]
DEFAULTS: dict[str, Any] = {
    "vintage": 2023,
    "scheme": "socio_economic",
    "language": "en",
    "programme": "VSIP",
    "home_may_host": True,
    "data_dir": str(ROOT / "data"),
}


def opened(**parameters: Any) -> Report:
    return open_report({**DEFAULTS, **parameters})


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    found: list[dict[str, Any]] = []

    def publish(data: dict[str, Any], metadata: dict[str, Any] | None = None) -> None:
        found.append({"data": data, "metadata": metadata or {}})

    for module in (session, evidence):
        monkeypatch.setattr(module, "publish_display_data", publish)
    yield found


# ---------------------------------------------------------------- parameters


def test_parameters_of_the_notebook_win_over_its_defaults() -> None:
    cells = ["vintage: int = 2023\nlanguage = 'en'", "# Parameters\nvintage = 2025"]
    found = check_parameters({"In": cells, "vintage": 2025, "language": "en"})
    assert found == {"vintage": 2025, "language": "en"}


def test_every_wrong_parameter_is_named_at_once() -> None:
    cells = ["vintage = 1\nlanguage = 'de'\nhome_may_host = 1", "# Parameters\ncolour = 'red'"]
    given = {"vintage": 1, "language": "de", "home_may_host": 1, "colour": "red"}
    with pytest.raises(ParameterError) as caught:
        check_parameters({"In": cells, **given})
    named = [problem.split(":")[0] for problem in caught.value.problems]
    assert named == ["colour", "vintage", "language", "home_may_host"]


def test_true_is_no_vintage_and_1_no_truth() -> None:
    with pytest.raises(ParameterError, match="vintage: got True"):
        check_parameters({"In": ["vintage = True"], "vintage": True})


def test_cells_with_magic_are_passed_over() -> None:
    cells = ["%matplotlib inline\n", "vintage = 2025"]
    assert check_parameters({"In": cells, "vintage": 2025}) == {"vintage": 2025}


def test_without_history_what_is_set_counts() -> None:
    assert check_parameters({"In": [""], "vintage": 2025, "other": 1}) == {"vintage": 2025}
    with pytest.raises(ParameterError, match="vintage: got 1"):
        check_parameters({"In": [""], "vintage": 1})


def test_start_reads_the_notebooks_namespace() -> None:
    cells = [f"{name} = {value!r}" for name, value in DEFAULTS.items()]
    report = start({"In": cells, **DEFAULTS})
    assert report.context["units_total"] == 63


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"programme": "Amata"}, "programme: got 'Amata'; the tables have VSIP"),
        ({"vintage": 2025, "scheme": "key_economic"}, "which does not exist for vintage 2025"),
    ],
)
def test_what_the_tables_lack_is_refused(wrong: dict[str, Any], says: str) -> None:
    with pytest.raises(ParameterError, match=says):
        opened(**wrong)


# ---------------------------------------------------------------- texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("vintage", [2023, 2025])
@pytest.mark.parametrize("scheme", ["socio_economic", "key_economic", "north_centre_south"])
def test_every_text_can_be_said(
    published: list[dict[str, Any]], language: str, vintage: int, scheme: str
) -> None:
    if (vintage, scheme) == (2025, "key_economic"):
        with pytest.raises(ParameterError):
            opened(vintage=vintage, scheme=scheme)
        return
    report = opened(language=language, vintage=vintage, scheme=scheme)
    texts = report.language.catalogue["notebooks"]
    keys = [f"{topic}.{key}" for topic in ("spread", "coverage") for key in texts[topic]]
    for key in keys:
        report.say(key)
    said = [each["data"]["text/markdown"] for each in published]
    assert len(said) == len(keys)
    assert not any("{" in text or "nan" in text for text in said)


def test_findings_state_the_expected_results(published: list[dict[str, Any]]) -> None:
    opened().say("coverage.finding")
    opened(vintage=2025).say("coverage.finding")
    before, after = (each["data"]["text/plain"] for each in published)
    assert "**9 of 63 provinces signed" in before
    assert "15 (23.8%)" in before
    assert "Bình Dương, it is 16 (25.4%)" in before
    assert "14 (41.2%)" in after
    assert "Hồ Chí Minh, it is 15 (44.1%)" in after


def without(report: Report, *missing: str, **changes: Any) -> Report:
    kept = {name: value for name, value in report.context.items() if name not in missing}
    return Report(
        report.parameters, report.language, report.tables, report.extracted, {**kept, **changes}
    )


def test_variants_follow_what_is_there(published: list[dict[str, Any]]) -> None:
    for changes in ({"park_units": 0.0}, {"partner_units": 0.0}):
        without(opened(), **changes).say("spread.finding")
        without(opened(), **changes).say("coverage.finding")
    said = [each["data"]["text/plain"].strip() for each in published]
    assert said[0].startswith("**No province is named with a VSIP park.**")
    assert said[1].startswith("**9 of 63 provinces signed")
    assert said[2].startswith("**VSIP parks are named in 6 of 63")
    assert said[3].startswith("**No province is said to have signed.**")


def test_a_number_that_is_missing_changes_the_text_and_never_shows(
    published: list[dict[str, Any]],
) -> None:
    without(opened(), "herfindahl_unbiased_parks").say("spread.concentration")
    assert "too few to speak of concentration" in published[0]["data"]["text/plain"]
    with pytest.raises(ArgumentError, match="units_total"):
        without(opened(), "units_total").say("spread.finding")


def test_names_are_shown_as_they_are(published: list[dict[str, Any]]) -> None:
    hostile = '<script>alert("x")</script> *a* [b](c) `d`'
    report = opened()
    report.say("spread.home_yes", home=hostile)
    text = published[0]["data"]["text/markdown"]
    assert "<script>" not in text
    assert "\\*a\\*" in text
    assert "\\[b\\](c) \\`d\\`" in text


# ---------------------------------------------------------------- figures and tables


def test_a_figure_carries_pictures_words_and_data(published: list[dict[str, Any]]) -> None:
    report = opened()
    report.figure(reach, report.rows("units"))
    (shown_figure,) = published
    data, about = shown_figure["data"], shown_figure["metadata"]["parkspread"]["figure"]
    assert data["image/svg+xml"].startswith('<svg role="group"')  # it holds links
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert data["text/csv"].count("\n") == 64
    assert about["name"] == "reach"
    assert data["text/plain"] == about["alternative"]
    assert shown_figure["metadata"]["image/png"] == {"alt": about["alternative"]}


def test_evidence_map_draws_each_passage_at_its_place() -> None:
    from analysis.charts.style import chart_style, new_figure

    spans = pd.DataFrame(
        {
            "table": ["park_totals", "partnerships", "partnerships"],
            "fact_id": ["a", "b", "c"],
            "source_id": "text",
            "start": [0, 50, 90],
            "end": [10, 60, 100],
        }
    )
    sources = pd.DataFrame({"source_id": ["text"], "characters": [100]})
    with chart_style():
        ax = evidence_map(spans, sources, new_figure("evidence_map")[1], Language("en"))
    bars = sorted((bar.get_x(), bar.get_width()) for bar in ax.patches)  # type: ignore[attr-defined]
    assert bars == [(0, 0.1), (0.5, pytest.approx(0.1)), (0.9, pytest.approx(0.1))]
    assert [text.get_text() for text in ax.texts] == ["1 fact", "2 facts"]


def test_all_spans_hold_further_evidence_once() -> None:
    report = opened()
    spans = all_spans(report.tables)
    assert len(spans) == report.context["facts"] + len(report.tables["evidence"])
    assert spans["table"].notna().all()


def test_home_that_may_not_host_has_no_open_parks() -> None:
    free, bound = (opened(home_may_host=may).rows("units") for may in (True, False))
    home = free["is_home"]
    assert list(free.loc[home, "parks_upper"]) == [5]
    assert list(bound.loc[home, "parks_upper"]) == [0]
    assert list(free.loc[~home, "parks_upper"]) == list(bound.loc[~home, "parks_upper"])


def test_regions_stand_from_north_to_south() -> None:
    regions = list(opened().rows("region_coverage")["region"])
    assert regions[0] == "northern_midlands_and_mountains"
    assert regions[-1] == "mekong_river_delta"


def test_tables_speak_the_language() -> None:
    rows = opened().rows("region_spread")[["region", "share_of_parks", "location_quotient"]]
    texts = shown(rows.head(2), "region_spread", Language("vi"), {"red_river_delta": "Sông Hồng"})
    assert texts.iloc[1].tolist() == ["Sông Hồng", "50,0%", "2,86"]
    assert texts.iloc[0].tolist()[1:] == ["0,0%", "0,00"]


def test_missing_cells_flags_and_dates() -> None:
    rows = pd.DataFrame(
        {"signed_on": ["2023-03-25"], "stated_total": pd.array([pd.NA], dtype="Int64")}
    )
    assert shown(rows, "partnerships", Language("en"), {}).iloc[0].tolist() == [
        "25 March 2023",
        "–",
    ]
    rows = pd.DataFrame({"list_is_exhaustive": [False]})
    assert shown(rows, "park_totals", Language("vi"), {}).iloc[0].tolist() == ["Không"]


def test_tables_are_escaped() -> None:
    page = to_html(pd.DataFrame({"<b>": ["<script>"]}), [False])
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "&lt;b&gt;" in page


# ---------------------------------------------------------------- provinces


@pytest.mark.parametrize(
    ("asked", "vintage", "code"),
    [
        ("Hải Phòng", 2023, "31"),
        ("hai phong", 2025, "31"),
        ("52", 2023, "52"),
        ("52", 2025, "52"),
        ("Bình Định", 2025, "52"),
        ("Gia Lai", 2023, "64"),
        ("TP.HCM", 2023, "79"),
        ("BR-VT", 2025, "79"),
        ("Hoà Bình", 2023, "17"),
        ("Thừa Thiên - Huế", 2025, "46"),
    ],
)
def test_provinces_are_found_by_any_name_or_code(asked: str, vintage: int, code: str) -> None:
    assert find_unit(asked, vintage, opened().tables) == code


def test_an_unknown_province_is_named_with_its_neighbours() -> None:
    with pytest.raises(ParameterError, match="did you mean Nghệ An"):
        find_unit("Nghe Anh", 2025, opened().tables)
    with pytest.raises(ParameterError, match="got '99'"):
        find_unit("99", 2025, opened().tables)


def profiled(**parameters: Any) -> tuple[Report, Profile]:
    report = opened(**parameters)
    return report, profile(report)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("vintage", [2023, 2025])
def test_every_unit_has_a_profile(
    published: list[dict[str, Any]], vintage: int, language: str
) -> None:
    report = opened(vintage=vintage, language=language, province="01")
    for code in report.rows("units")["code"]:
        parameters = {**report.parameters, "province": code}
        of_unit = Report(
            parameters, report.language, report.tables, report.extracted, report.context
        )
        say_profile(of_unit, profile(of_unit))
    titles = [p for p in published if p["data"]["text/plain"].startswith("# ")]
    assert len(titles) == {2023: 63, 2025: 34}[vintage]


def test_a_merged_province_says_so_and_brings_all_its_facts(
    published: list[dict[str, Any]],
) -> None:
    report, found = profiled(vintage=2025, province="Hải Dương")
    say_profile(report, found)
    said = "\n".join(each["data"]["text/plain"] for each in published)
    assert "*Hải Dương* is a province of 2023" in said
    assert "2 to 7" in said
    assert "formed of Hải Dương and Hải Phòng" in said
    assert set(found.locations["province"]) == {"Hải Phòng", "Hải Dương"}
    assert found.is_named


def test_a_province_that_nobody_names(published: list[dict[str, Any]]) -> None:
    report, found = profiled(province="Cà Mau")
    say_profile(report, found)
    assert not found.is_named
    assert "0 to 5" in "\n".join(each["data"]["text/plain"] for each in published)
