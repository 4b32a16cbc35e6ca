"""Short texts of our own in many styles: every row that each states, and no other."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from analysis.extraction.facts import IDENTITY
from extracting import ARTICLES, extracted, grammar

TEXTS = tomllib.loads((ARTICLES / "styles.toml").read_text(encoding="utf-8"))["text"]
PRESS = tomllib.loads((ARTICLES / "press.toml").read_text(encoding="utf-8"))["text"]
COLUMNS = {
    "parks": ("park_locations", ("province", "programme", "status")),
    "partners": ("partnerships", ("province", "status")),
    "totals": ("park_totals", ("programme", "count")),
}


def rows(text: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Return the rows found in a text, each with its table's short name."""
    facts = extracted(text["text"], text["name"]).facts
    return {
        (short, " | ".join(str(fact.values[name]) for name in columns))
        for short, (table, columns) in COLUMNS.items()
        for fact in facts
        if fact.table == table
    }


def annotated(text: Mapping[str, Any]) -> set[tuple[str, str]]:
    return {(short, row) for short in COLUMNS for row in text.get(short, ())}


@pytest.mark.parametrize("text", TEXTS, ids=[text["name"] for text in TEXTS])
def test_the_rows_of_a_text_are_those_it_states(text: Mapping[str, Any]) -> None:
    assert rows(text) == annotated(text)


@pytest.mark.parametrize("text", PRESS, ids=[text["name"] for text in PRESS])
def test_a_text_written_before_its_rules_yields_no_row_it_does_not_state(
    text: Mapping[str, Any],
) -> None:
    assert rows(text) <= annotated(text)


def test_of_texts_written_before_their_rules_three_rows_in_four_are_found() -> None:
    found = sum(len(rows(text)) for text in PRESS)
    assert found >= 0.75 * sum(len(annotated(text)) for text in PRESS)


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
