"""Every locked package has a licence that lets the project use it."""

from __future__ import annotations

import importlib
import sys
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


@pytest.fixture
def licences(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "tools")
    return importlib.import_module("licences")


def test_every_locked_package_is_permissive_or_a_named_exception(licences: ModuleType) -> None:
    names = [each.name for each in licences.locked(ROOT)]
    asking = {name for name in names if not licences.permissive(licences.licence(name))}
    assert asking == set(licences.EXCEPTIONS)


def test_the_lock_names_everything_that_the_project_needs(licences: ModuleType) -> None:
    pending, needed = {("parkspread", ""), ("parkspread", "test")}, set[tuple[str, str]]()
    while pending:
        name, extra = one = pending.pop()
        needed.add(one)
        for line in metadata.requires(name) or []:
            other = licences.Requirement(line)
            if other.marker is None or other.marker.evaluate({"extra": extra}):
                extras = {"", *other.extras}
                pending |= {(canonicalize_name(other.name), each) for each in extras} - needed
    names = {name for name, _ in needed} - {"parkspread"}
    assert names <= {each.name for each in licences.locked(ROOT)}


@pytest.mark.parametrize(
    ("said", "fine"),
    [("MIT", True), ("MIT OR Apache-2.0", True), ("MIT AND GPL-3.0-only", False), ("", False),
     ("unknown", False)],
)  # fmt: skip
def test_only_known_licences_are_permissive(licences: ModuleType, said: str, fine: bool) -> None:
    assert licences.permissive(said) is fine


@pytest.mark.skipif(
    sys.version_info[:2] != (3, 11) or sys.platform != "linux",
    reason="the page is made on Python 3.11, Linux; elsewhere the lock has other packages",
)
def test_page_is_up_to_date(licences: ModuleType) -> None:
    text = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert text == licences.page(ROOT), "run `make docs`"
