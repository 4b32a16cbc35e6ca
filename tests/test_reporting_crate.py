"""The crate: what the Provenance Run Crate profile demands, and nothing that the manifest lacks."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

import analysis
from analysis.reporting.crate import CRATE, WORKFLOW, crate, workflow
from analysis.reporting.manifest import MANIFEST, inputs_of, manifest_bytes, read_manifest
from analysis.reporting.plan import parameters_of, read_plan
from analysis.storage import sha256

ROOT = Path(__file__).parents[1]
NOTE = '["", "units", {"vintage": 2023}]'
ENTRIES: list[dict[str, Any]] = [
    {
        "name": name, "title": f"Spread {name}", "language": "en",
        "notebook": "02_regional_park_spread.ipynb", "notebook_sha256": sha256(b"notebook"),
        "parameters": {"vintage": 2023, "programme": "VSIP"},
        "command": f"parkspread report --config reports.yaml {name}",
        "inputs": {NOTE: sha256(b"rows")}, "outputs": {f"{name}.html": sha256(name.encode())},
    }
    for name in ("one", "two")
]  # fmt: skip
ENTRIES[1] |= {"error": "cell [3] failed", "outputs": {"two.failed.ipynb": sha256(b"partial")}}
INDEX = {"index.html": b"<html>", WORKFLOW: workflow(ENTRIES)}


def made() -> dict[str, dict[str, Any]]:
    content = json.loads(crate(ENTRIES, {}, INDEX, inputs_of(ROOT)))
    entities = {each["@id"]: each for each in content["@graph"]}
    assert len(entities) == len(content["@graph"])
    return entities


def kinds(entity: dict[str, Any]) -> set[str]:
    kind = entity["@type"]
    return {kind} if isinstance(kind, str) else set(kind)


def links(value: Any) -> set[str]:
    if isinstance(value, list):
        return {name for each in value for name in links(each)}
    return {value["@id"]} if isinstance(value, dict) else set()


def test_every_link_leads_to_an_entity() -> None:
    entities = made()
    outside = {
        target
        for entity in entities.values()
        for key, value in entity.items()
        for target in links(value)
        if target not in entities and key != "actionStatus"
    }
    assert outside == {"https://w3id.org/ro/crate/1.1"}


def test_each_report_is_a_step_a_control_and_an_action_with_inputs_and_outputs() -> None:
    entities = made()
    (organise,) = [each for each in entities.values() if "OrganizeAction" in kinds(each)]
    assert links(organise["result"]) == {"#run"}
    assert links(entities["#run"]["instrument"]) == links(entities["./"]["mainEntity"])
    controls = [entities[name] for name in sorted(links(organise["object"]))]
    for control, entry in zip(controls, ENTRIES, strict=True):
        step = entities[control["instrument"]["@id"]]
        action = entities[control["object"]["@id"]]
        assert step["@id"] in links(entities[WORKFLOW]["step"])
        assert step["workExample"] == action["instrument"]
        assert links(action["result"]) == set(entry["outputs"])
        assert action["description"] == entry["command"]
        read = {entities[name].get("name") for name in links(action["object"])}
        assert read == {"vintage", "programme", "data/processed/units.csv"}
        status = "Failed" if "error" in entry else "Completed"
        assert action["actionStatus"] == f"http://schema.org/{status}ActionStatus"
        assert action.get("error") == entry.get("error")


def test_every_file_is_a_part_with_the_manifests_hash() -> None:
    entities = made()
    files = {name for name, entity in entities.items() if "File" in kinds(entity)}
    assert files == links(entities["./"]["hasPart"])
    hashed = {name: entity["sha256"] for name, entity in entities.items() if "sha256" in entity}
    for entry in ENTRIES:
        assert entry["outputs"].items() <= hashed.items()
    inputs = {
        e["name"]: e["sha256"] for n, e in entities.items() if n.startswith("ni:") and n in files
    }
    assert inputs == inputs_of(ROOT)
    assert files - hashed.keys() == {MANIFEST}


def test_the_crate_is_dated_by_the_release() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert made()["./"]["datePublished"] == analysis.__released__ == str(citation["date-released"])
    assert not any("Time" in key for entity in made().values() for key in entity)


def test_the_workflow_is_a_batch_file_that_makes_the_same_reports(tmp_path: Path) -> None:
    planned = read_plan(ROOT / "reports.yaml")
    entries = [
        {"notebook": each.notebook.name, "name": each.name, "parameters": each.parameters}
        for each in planned
    ]
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    (tmp_path / WORKFLOW).write_bytes(workflow(entries))
    again = read_plan(tmp_path / WORKFLOW)
    assert [(e.name, e.parameters) for e in again] == [(e.name, e.parameters) for e in planned]


@pytest.mark.parametrize(
    "overrides", [{}, {"vintage": 2025}, {"province": "Nghệ An", "home_may_host": False}]
)
def test_a_reports_command_makes_that_report(overrides: dict[str, Any]) -> None:
    for config in ("reports.yaml", "reports-all.yaml"):
        for report in read_plan(ROOT / config, (), overrides)[:20]:
            program, verb, option, file, name, *given = shlex.split(report.command)
            assert (program, verb, option, file) == ("parkspread", "report", "--config", config)
            values = dict(zip(given[1::3], given[2::3], strict=True))
            assert values == {
                key: str(value).lower() if isinstance(value, bool) else str(value)
                for key, value in overrides.items()
                if key in parameters_of(report.notebook)
            }
            again = read_plan(ROOT / file, [name], {key: overrides[key] for key in values})
            assert [(e.name, e.parameters) for e in again] == [(report.name, report.parameters)]


def test_the_manifest_has_inputs_and_what_is_about_all_reports(tmp_path: Path) -> None:
    inputs = inputs_of(ROOT)
    assert {"requirements.lock", "data/raw/evidence.csv", "data/processed/headline.csv"} <= set(
        inputs
    )
    index = {**INDEX, CRATE: crate(ENTRIES, {}, INDEX, inputs)}
    (tmp_path / MANIFEST).write_bytes(manifest_bytes(ENTRIES, {}, index, inputs))
    found = read_manifest(tmp_path)
    assert found["index"] == {name: sha256(data) for name, data in index.items()}
    assert found["inputs"] == inputs
    assert found["version"] == analysis.__version__
