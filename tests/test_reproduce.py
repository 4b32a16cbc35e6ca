"""Two clones under differing settings give the same bytes; ``make reproduce`` does it for all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reproduce import ENVIRONMENTS, ROOT, build, missing

NAMES = ["claims-vi", "spread-2025-vi"]


def test_two_clones_under_differing_settings_give_the_same_bytes(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so there is nothing to clone")
    clock = next((each for each in ENVIRONMENTS if each.clock and not missing(each)), None)
    other = replace(ENVIRONMENTS[1], umask=0o077, reverse=True, clock=clock.clock if clock else "")
    other = replace(other, variables={**other.variables, "PYTHONHASHSEED": "3"})
    here = build(ENVIRONMENTS[0], tmp_path / "one", NAMES)
    assert here == build(other, tmp_path / "two", NAMES)
    assert sum(name.endswith(".html") for name in here) > 4


def test_at_least_six_environments_differ_in_all_that_must_not_matter() -> None:
    assert len(ENVIRONMENTS) >= 6
    assert len({each.folder for each in ENVIRONMENTS}) == len(ENVIRONMENTS)
    assert {name for each in ENVIRONMENTS for name in each.variables} >= {
        "TZ", "LANG", "PYTHONHASHSEED", "HOME",
    }  # fmt: skip
    options = {option for each in ENVIRONMENTS for option in each.options}
    assert {"--workers", "--engine"} <= options
    for each in ("umask", "clock", "reverse", "other_user"):
        assert len({getattr(environment, each) for environment in ENVIRONMENTS}) > 1
