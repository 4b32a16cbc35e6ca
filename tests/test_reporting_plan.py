"""The batch file: what it may say, and that every fault of it is named before anything runs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from analysis.errors import ParameterError, SourceError
from analysis.reporting.plan import Planned, parameters_of, read_plan

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    return tmp_path


def plan(folder: Path, entries: Any, *names: str, **overrides: Any) -> list[Planned]:
    config = folder / "batch.yaml"
    text = yaml.safe_dump({"reports": entries}, allow_unicode=True, sort_keys=False)
    config.write_text(text, encoding="utf-8")
    return read_plan(config, names, overrides)


def entry(**changes: Any) -> dict[str, Any]:
    given = {
        "notebook": "02_regional_park_spread",
        "name": "spread-{vintage}-{language}",
        "parameters": {"vintage": [2023, 2025], "language": ["en", "vi"]},
    }
    return {**given, **changes}


def test_the_default_run_covers_every_notebook_vintage_and_language() -> None:
    reports = read_plan(ROOT / "reports.yaml")
    assert {report.notebook.stem for report in reports} == {
        path.stem for path in (ROOT / "notebooks").glob("0[1-9]*.ipynb")
    }
    assert {report.parameters["language"] for report in reports} == {"en", "vi"}
    assert {report.parameters.get("vintage", 2023) for report in reports} == {2023, 2025}


def test_lists_multiply_and_names_follow_the_template(folder: Path) -> None:
    reports = plan(folder, [entry()])
    assert [report.name for report in reports] == [
        "spread-2023-en",
        "spread-2023-vi",
        "spread-2025-en",
        "spread-2025-vi",
    ]
    assert reports[2].parameters == {"vintage": 2025, "language": "en"}


def test_names_and_patterns_choose(folder: Path) -> None:
    chosen = plan(folder, [entry()], "spread-2023-*", "spread-2025-vi")
    assert [report.name for report in chosen] == [
        "spread-2023-en",
        "spread-2023-vi",
        "spread-2025-vi",
    ]


def test_overrides_replace_lists_and_mark_the_name(folder: Path) -> None:
    reports = plan(folder, [entry()], vintage=2025, scheme="north_centre_south")
    assert [report.name for report in reports] == [
        "spread-2025-en-north-centre-south",
        "spread-2025-vi-north-centre-south",
    ]
    assert reports[0].parameters["scheme"] == "north_centre_south"


def test_exclusions_leave_out_combinations(folder: Path) -> None:
    given = {"vintage": [2023, 2025], "scheme": ["key_economic", "socio_economic"]}
    without = [{"vintage": 2025, "scheme": "key_economic"}]
    reports = plan(folder, [entry(name="x-{vintage}-{scheme}", parameters=given, exclude=without)])
    assert [report.name for report in reports] == [
        "x-2023-key-economic",
        "x-2023-socio-economic",
        "x-2025-socio-economic",
    ]


def test_the_whole_batch_has_every_province_of_both_vintages_in_both_languages() -> None:
    reports = read_plan(ROOT / "reports-all.yaml")
    units = pd.read_csv(ROOT / "data/raw/reference/admin_units.csv", dtype=str)
    profiles = [report.parameters for report in reports if report.name.startswith("profile-")]
    assert len(profiles) == 194
    found = {(str(each["vintage"]), each["province"], each["language"]) for each in profiles}
    wanted = zip(units["vintage"], units["name"], strict=True)
    assert found == {(*unit, language) for unit in wanted for language in ("en", "vi")}
    assert {report.notebook for report in reports} == set(
        (ROOT / "notebooks").glob("0[1-9]*.ipynb")
    )


def test_provinces_become_plain_file_names(folder: Path) -> None:
    profile = entry(
        notebook="04_province_profile",
        name="profile-{province}",
        parameters={"province": ["Thừa Thiên Huế", "Bà Rịa - Vũng Tàu"]},
    )
    names = [report.name for report in plan(folder, [profile])]
    assert names == ["profile-thua-thien-hue", "profile-ba-ria-vung-tau"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"parameters": {"vintage": 2024}}, "vintage: got 2024; allowed are 2023, 2025"),
        ({"parameters": {"vintage": "2023"}}, "vintage: got '2023'; allowed are"),
        ({"parameters": {"vintag": 2023}}, "vintag: unknown parameter; this notebook takes"),
        ({"parameters": {"province": "Huế"}}, "province: unknown parameter"),
        ({"parameters": {"home_may_host": "no"}}, "home_may_host: got 'no'; allowed are True"),
        ({"notebook": "09_none"}, "09_none.ipynb does not exist"),
        ({"name": "spread-{year}"}, "'spread-{year}' asks for 'year'"),
        ({"name": "../{vintage}"}, "use letters a–z, digits"),
        ({"name": "{vintage"}, "'{vintage' asks for"),
        ({"colour": "red"}, "expected the keys notebook, name, parameters, exclude"),
        ({"parameters": ["vintage"]}, "parameters: got ['vintage']; expected values by"),
        ({"notebook": 3}, "notebook: got 3; expected the name of a notebook"),
        ({"exclude": ["en"]}, "exclude: got 'en'; expected values by parameter"),
        ({"exclude": [{"colour": "red"}]}, "colour: unknown parameter"),
    ],
)
def test_every_fault_is_named(folder: Path, wrong: dict[str, Any], says: str) -> None:
    with pytest.raises(ParameterError) as caught:
        plan(folder, [entry(), entry(**{"name": "x-{vintage}-{language}", **wrong})])
    assert says in str(caught.value)
    assert re.match(r"batch\.yaml, line (1\d|9): ", str(caught.value))


def test_all_faults_are_named_at_once(folder: Path) -> None:
    wrong = [entry(parameters={"vintage": 1}), entry(notebook="x"), entry()]
    with pytest.raises(ParameterError) as caught:
        plan(folder, wrong, "nothing")
    assert len(caught.value.problems) == 3


def test_two_reports_of_one_name_are_refused(folder: Path) -> None:
    with pytest.raises(ParameterError, match="name 'spread' is taken"):
        plan(folder, [entry(name="spread")])


@pytest.mark.parametrize("text", ["", "reports: 3", "reports: []", "- a\n- b", "a: [", "\x00"])
def test_a_file_that_is_no_batch_is_refused(tmp_path: Path, text: str) -> None:
    config = tmp_path / "batch.yaml"
    config.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=r"batch\.yaml"):
        read_plan(config)
    with pytest.raises(SourceError, match=r"none\.yaml: cannot read"):
        read_plan(tmp_path / "none.yaml")


TWO_LISTS = (
    "reports:\n- {notebook: a}\nreports:\n- {notebook: b}\n",
    "kept: &kept\n  reports: [{notebook: a}]\n<<: *kept\n",
)


@pytest.mark.parametrize("text", TWO_LISTS, ids=["twice", "merged"])
def test_one_list_of_reports_and_no_more(tmp_path: Path, text: str) -> None:
    (tmp_path / "batch.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="not its own list 'reports', once"):
        read_plan(tmp_path / "batch.yaml")


def test_yaml_runs_no_code(tmp_path: Path) -> None:
    config = tmp_path / "batch.yaml"
    config.write_text("reports: !!python/object/apply:os.getcwd []", encoding="utf-8")
    with pytest.raises(SourceError, match="not YAML"):
        read_plan(config)


def test_a_notebook_without_a_parameters_cell_is_refused() -> None:
    with pytest.raises(ParameterError, match="no cell tagged 'parameters'"):
        parameters_of(Path(__file__).parent / "notebooks" / "declares_no_parameters.ipynb")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "\x00", '{"nbformat": 4}', '{"nbformat": "x"}',
     '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": 3}',
     '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code",'
     ' "execution_count": null, "id": "a", "metadata": {"tags": 5}, "outputs": [],'
     ' "source": "a"}]}'],
)  # fmt: skip
def test_what_is_no_notebook_is_told_by_its_name(text: str, tmp_path: Path) -> None:
    (tmp_path / "half.ipynb").write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError, match=r"half\.ipynb is no notebook .*; save it anew"):
        parameters_of(tmp_path / "half.ipynb")


# ---------------------------------------------------------------- siblings


def test_reports_know_those_that_differ_in_one_parameter_whatever_part_is_wanted() -> None:
    name = "spread-2023-key-economic-en"
    (report,) = read_plan(ROOT / "reports-all.yaml", [name])
    whole = {each.name: each for each in read_plan(ROOT / "reports-all.yaml")}
    assert report == whole[name]
    assert report.siblings == {  # 2025 has no key economic regions
        "language": {"en": name, "vi": "spread-2023-key-economic-vi"},
        "scheme": {
            "socio_economic": "spread-2023-socio-economic-en",
            "key_economic": name,
            "north_centre_south": "spread-2023-north-centre-south-en",
        },
    }
    assert report.among([name, "spread-2023-key-economic-vi"]).siblings.keys() == {"language"}
    assert report.among([name]).siblings == {}
