"""Facts: the content of a row, and where in which text it is stated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.errors import Fault
from analysis.extraction.text import Article

Value = str | int | bool | None
PREFIXES = {"park_locations": "park", "park_totals": "total", "partnerships": "partner"}
KNOWN = 2**16  # identifiers kept, about 20 MB
ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
# What makes a fact the same one wherever it is stated; its other columns describe it further.
IDENTITY = {
    "park_locations": ("programme", "province_code", "status"),
    "park_totals": ("programme", "count", "qualifier"),
    "partnerships": ("province_code", "lead_party", "domain", "status", "signed_on"),
    "other_facts": ("topic", "item", "value", "unit", "qualifier"),
}


class Evidence(NamedTuple):
    """One span of a text that states a fact, and the rule that read it; they sort by place."""

    source_id: str
    start: int
    end: int
    paragraph: int
    span_sha256: str
    rule: str


class Fact(NamedTuple):
    """One fact of a table with its evidence, the earliest first."""

    table: str
    values: Mapping[str, Value]
    evidence: tuple[Evidence, ...]

    @property
    def fact_id(self) -> str:
        """Identifier made of the content alone, not of source, place or rule."""
        return _fact_id(self.table, *map(self.values.__getitem__, IDENTITY[self.table]))


@lru_cache(KNOWN, typed=True)
def _fact_id(table: str, *values: Value) -> str:
    """Return the identifier of a content; in a corpus many articles state the same."""
    text = ENCODER.encode([table, dict(zip(IDENTITY[table], values, strict=True))])
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return f"{PREFIXES.get(table, 'other')}-{digest[:12]}"


def merged(facts: Iterable[Fact]) -> list[Fact]:
    """Return each fact once with all its evidence, in order of the first.

    Of spans that overlap, the first counts. A column that one statement leaves empty is filled
    from the next; a list is exhaustive if one statement says so.
    """
    groups: dict[str, list[Fact]] = {}
    for _, fact_id, _, fact in sorted(
        (fact.evidence[0], fact.fact_id, number, fact) for number, fact in enumerate(facts)
    ):
        groups.setdefault(fact_id, []).append(fact)
    return [group[0] if len(group) == 1 else _one(group) for group in groups.values()]


def _one(group: Sequence[Fact]) -> Fact:
    """Return the fact that all of a group state."""
    spans: list[Evidence] = []
    for span in sorted(span for fact in group for span in fact.evidence):
        if not spans or (span.source_id, span.start) >= (spans[-1].source_id, spans[-1].end):
            spans.append(span)
    values = dict(group[0].values)
    for fact in group[1:]:
        values |= {name: new for name, new in fact.values.items() if not values[name] and new}
    return Fact(group[0].table, values, tuple(spans))


def passages(article: Article, rows: Sequence[Mapping[str, Value]], file: str) -> list[str | Fault]:
    """Return the passage that each row's locator marks, or the fault of a locator that is wrong.

    Parameters
    ----------
    article : Article
        The text that the rows come from.
    rows : sequence of mapping
        Rows with the evidence columns, in file order from the first.
    file : str
        File name for faults.
    """
    found: list[str | Fault] = []
    for line, row in enumerate(rows, start=2):
        start, end = int(row["start"] or 0), int(row["end"] or 0)
        passage = article.text[start:end]
        if not 0 <= start < end <= len(article.text):
            message = f"{start}–{end} of {len(article.text)} code points; extract the article again"
            found.append(Fault(file, line, "end", "locator-outside-text", message))
        elif hashlib.sha256(passage.encode("utf-8")).hexdigest() != row["span_sha256"]:
            message = f"the text at {start}–{end} is another; check which file was extracted"
            found.append(Fault(file, line, "span_sha256", "span-hash-mismatch", message))
        else:
            found.append(passage)
    return found
