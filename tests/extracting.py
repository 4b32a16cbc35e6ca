"""What the tests of the extraction share: reading a text with the project's own tables."""

from __future__ import annotations

import time
import timeit
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from analysis.extraction import Article, Extraction, Gazetteer, Grammar, extract, make_article
from analysis.extraction.facts import Fact, Value
from analysis.extraction.gazetteer import load_gazetteer
from analysis.extraction.grammar import load_grammar
from analysis.extraction.reading import Reading

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "data/raw/reference"
ARTICLES = ROOT / "tests/articles"
SHARED = ROOT.parent / "shared"
Relation = Callable[[Reading], Iterator[Fact]]


def shared(path: str) -> Path:
    """Return a file of the shared material, or skip the test."""
    if not (SHARED / path).is_file():
        pytest.skip(f"the shared material is not beside the repository ({path} is absent)")
    return SHARED / path


@cache
def gazetteer() -> Gazetteer:
    return load_gazetteer(REFERENCE)


@cache
def grammar() -> Grammar:
    return load_grammar()


def article(text: str, name: str = "tin") -> Article:
    return make_article(name, text.encode("utf-8"))


def extracted(text: str, name: str = "tin") -> Extraction:
    return extract(article(text, name), gazetteer(), grammar())


def seconds(text: str, enough: float = 0) -> float:
    """Return the least processor time of three extractions of a text, or the first short enough.

    What a first one compiles, other work of the machine and collected garbage are not the text's.
    """
    read, known, rules = article(text), gazetteer(), grammar()
    timer = timeit.Timer(lambda: extract(read, known, rules), timer=time.process_time)
    taken = timer.timeit(number=1)
    for _ in range(2):
        if taken > enough:
            taken = min(taken, timer.timeit(number=1))
    return taken


def names(text: str) -> list[str]:
    """Return the names in a text: the official name of a province, else what it stands for."""
    known = gazetteer().provinces
    found = gazetteer().mentions(article(text))
    return [known.get(name.value, name.value or name.kind) for _, _, name in found]


def stated(relation: Relation, text: str) -> list[Fact]:
    """Return the facts of one relation."""
    return list(relation(Reading(article(text), gazetteer(), grammar())))


def values(facts: list[Fact], *columns: str) -> set[tuple[Value, ...]]:
    """Return some columns of facts."""
    return {tuple(fact.values[column] for column in columns) for fact in facts}


def misread(
    relation: Relation, expected: Mapping[str, set[tuple[Value, ...]]], *columns: str
) -> dict[str, set[tuple[Value, ...]]]:
    """Return what is read from the texts of which something else is expected."""
    read = {text: values(stated(relation, text), *columns) for text in expected}
    return {text: found for text, found in read.items() if found != expected[text]}


THREE = ("Kon Tum", "Sơn La", "Lai Châu")
THREE_ENGLISH = [
    "Kon Tum, Son La and Lai Chau",
    "the provinces of Kon Tum, Son La and Lai Chau",
    "Kon Tum province, Son La province, and Lai Chau",
]


def missed_of_three(
    relation: Relation, frames: Sequence[str], lists: Sequence[str], status: str
) -> list[str]:
    """Return the sentences, of frames with lists of the three, of which not all three are read."""
    listed = {(province, status) for province in THREE}
    filled = (frame.format(places) for frame, places in product(frames, lists))
    return [
        text
        for text in (each[0].upper() + each[1:] for each in filled)
        if not listed <= values(stated(relation, text), "province", "status")
    ]


def rules(facts: list[Fact]) -> set[str]:
    """Return the names of the rules that read the facts."""
    return {fact.evidence[0].rule for fact in facts}
