"""The README tells the truth: its tree, its commands, its numbers."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pandas as pd
import yaml

import analysis

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def tree() -> list[str]:
    """Return every path of the annotated tree."""
    (block,) = re.findall(r"```\n(├── README.*?)```", README, re.DOTALL)
    parents: list[str] = []
    paths = []
    for line in block.splitlines():
        prefix, name = re.match(r"((?:│   |    )*)[├└]── (\S+)", line).groups()  # type: ignore[union-attr]
        parents[len(prefix) // 4 :] = [name.rstrip("/")]
        paths.append("/".join(parents) + ("/" if name.endswith("/") else ""))
    return paths


def test_every_path_of_the_tree_is_there() -> None:
    missing = [
        path
        for path in tree()
        if not ((ROOT / path).is_dir() if path.endswith("/") else (ROOT / path).is_file())
    ]
    assert missing == []


def test_the_tree_leaves_out_no_part() -> None:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    tracked = [Path(name) for name in done.stdout.splitlines()]
    named = {path.rstrip("/") for path in tree()}
    top = {path.parts[0] for path in tracked if not path.parts[0].startswith(".")}
    assert {name for name in top if name not in named} == set()
    layers = {path.parts[2] for path in tracked if path.parts[:2] == ("src", "analysis")}
    inside = {path.removeprefix("src/analysis/") for path in named}
    assert layers - inside == {"__init__.py", "py.typed"}
    notebooks = {str(path) for path in tracked if path.parts[0] == "notebooks"}
    assert notebooks <= named


def test_make_commands_exist_and_make_alone_prints_them() -> None:
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = set(re.findall(r"^  make (\S+)", done.stdout, re.MULTILINE))
    assert set(re.findall(r"`?make (report|test|lab|setup|batch|reproduce)\b", README)) <= listed


def test_first_screen_is_sentence_picture_commands() -> None:
    lines = README.splitlines()
    assert lines[0] == "# parkspread"
    assert lines[2].count(".") == 1
    picture = re.match(r"!\[[^\]]+\]\(([^)]+)\)", lines[4])
    assert picture is not None
    assert (ROOT / picture[1]).is_file()
    assert lines[7].startswith("make report")
    assert lines[8].startswith("make test")


def test_numbers_are_those_of_headline() -> None:
    headline = pd.read_csv(ROOT / "data/processed/headline.csv")
    headline = headline[headline["scheme"].isna()]
    for year, column in ((2023, 2), (2025, 3)):
        value = headline[headline["vintage"] == year].set_index("measure")["value"]
        rows = [line.split("|")[column].strip() for line in README.splitlines() if "| 9 |" in line
                or "provinces named with" in line or "covered, without" in line]  # fmt: skip
        assert rows[0] == f"{value['park_units']:.0f}"
        assert rows[1] == f"{value['partner_units']:.0f}"
        bare, home = "covered_{}_without_home", "covered_{}_with_home"
        assert rows[2] == (
            f"{value[bare.format('units')]:.0f} / {value[home.format('units')]:.0f} = "
            f"{value[bare.format('share')]:.1%} / {value[home.format('share')]:.1%}"
        ).replace("%", " %")


def test_citation_and_changelog_name_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == analysis.__version__
    assert citation["license"] == "MIT"
    assert f"\n## {analysis.__version__}, " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
