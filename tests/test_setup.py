"""Lock, pyproject and environment file name the same packages at the same versions."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
NAMED = {"jupyterlab", "matplotlib", "nbval", "pandas", "papermill", "seaborn"}


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked() -> dict[str, str]:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE))


def wanted() -> list[Requirement]:
    table = project()["project"]
    names = [*table["dependencies"], *table["optional-dependencies"]["test"]]
    return [Requirement(name) for name in names]


def environment() -> dict[str, str]:
    content = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    (pip,) = [each["pip"] for each in content["dependencies"] if isinstance(each, dict)]
    return dict(line.split("==") for line in pip if "==" in line)


def test_environment_names_every_package_of_pyproject_at_the_locks_version() -> None:
    names = {canonicalize_name(requirement.name) for requirement in wanted()}
    assert environment() == {name: locked()[name] for name in names}
    assert names >= NAMED


def test_environment_installs_the_package() -> None:
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    assert "      - -e ." in text.splitlines()


@pytest.mark.parametrize("requirement", wanted(), ids=lambda requirement: requirement.name)
def test_lock_satisfies_pyproject(requirement: Requirement) -> None:
    assert locked()[canonicalize_name(requirement.name)] in requirement.specifier


def test_every_locked_package_has_hashes_and_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text)
    assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)
    assert not re.search(r"://|--index|--find-links", text)


def test_pandas_3_jupyterlab_4_and_papermill_2_7_are_locked() -> None:
    versions = {name: locked()[name] for name in ("pandas", "jupyterlab", "papermill")}
    assert [version.split(".")[0] for version in versions.values()] == ["3", "4", "2"]
    assert versions["papermill"].startswith("2.7")


HEAVY = ("pandas", "matplotlib", "seaborn", "pandera", "papermill", "nbconvert", "IPython")


@pytest.mark.parametrize("module", ["analysis", "analysis.cli", "analysis.corpus.parts"])
def test_import_is_light(module: str) -> None:
    code = f"import {module}, sys; print([n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_layers_import_downwards_only() -> None:
    order = [
        "errors", "paths", "storage", "executors", "tables", "admin", "extraction", "corpus",
        "measures", "processing", "language", "charts", "reporting", "verifying",
        "cli",
    ]  # fmt: skip
    source = ROOT / "src" / "analysis"
    upward = []
    for file in source.rglob("*.py"):
        layer = file.relative_to(source).parts[0].removesuffix(".py")
        if layer == "__init__":
            continue
        imported = re.findall(r"^\s*from analysis\.(\w+)", file.read_text("utf-8"), re.MULTILINE)
        above = [name for name in imported if order.index(name) > order.index(layer)]
        upward += [f"{file.relative_to(source)} imports {name}" for name in above]
    assert upward == []
    assert {path.stem for path in source.iterdir() if path.suffix == ".py"} - {"__init__"} <= set(
        order
    )
