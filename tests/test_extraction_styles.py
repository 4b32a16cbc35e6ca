"""Short texts of our own in many styles: every row that each states, and no other."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import pytest

from analysis.extraction.facts import IDENTITY
from extracting import ARTICLES, extracted, grammar

TEXTS = tomllib.loads((ARTICLES / "styles.toml").read_text(encoding="utf-8"))["text"]
COLUMNS = {
    "parks": ("park_locations", ("province", "programme", "status")),
    "partners": ("partnerships", ("province", "status")),
    "totals": ("park_totals", ("programme", "count")),
}


@pytest.mark.parametrize("text", TEXTS, ids=[text["name"] for text in TEXTS])
def test_the_rows_of_a_text_are_those_it_states(text: Mapping[str, str]) -> None:
    facts = extracted(text["text"], text["name"]).facts
    for expected, (table, columns) in COLUMNS.items():
        rows = [fact.values for fact in facts if fact.table == table]
        found = {" | ".join(str(row[name]) for name in columns) for row in rows}
        assert found == set(text.get(expected, ())), table


def test_no_rule_serves_one_text_alone() -> None:
    """Rules of few texts are those for which the sentences of the relations' tests stand."""
    used: dict[str, set[str]] = {}
    for text in TEXTS:
        for fact in extracted(text["text"], text["name"]).facts:
            for place in fact.evidence:
                used.setdefault(place.rule, set()).add(text["name"])
    rules = {rule.name for table in IDENTITY for rule in grammar().rules.get(table, ())}
    served = {rule for rule in rules if len(used.get(rule, ())) > 1}
    assert len(served) > len(rules) / 3
