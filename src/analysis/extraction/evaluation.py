"""``parkspread evaluate``: how many rows are right, and how many annotated ones are found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from analysis.errors import SourceError
from analysis.extraction.facts import Fact
from analysis.extraction.gazetteer import Gazetteer, load_gazetteer
from analysis.extraction.grammar import load_grammar
from analysis.extraction.pipeline import extract
from analysis.extraction.text import read_article
from analysis.extraction.view import normalised

# What makes a row right. Where the annotation leaves the status open, any status is.
SCORED = {
    "park_locations": ("province", "programme", "status"),
    "park_totals": ("programme", "count"),
    "partnerships": ("province", "status"),
}
MICRO = ("park_locations", "partnerships")
REMEDY = "Give annotations as one JSON file a text, named like it, with a list for each relation."
Key = tuple[object, ...]


@dataclass(frozen=True)
class Mistake:
    """A row too many or one missed, with the passage and the rule that read it, if one did."""

    text: str
    relation: str
    kind: str
    key: Key
    passage: str
    rule: str = ""


@dataclass(frozen=True)
class Score:
    """Counts of a relation: rows that are right, all rows found, all rows annotated."""

    hits: int
    found: int
    annotated: int

    def __add__(self, other: Score) -> Score:
        """Return the counts of both."""
        return Score(
            self.hits + other.hits, self.found + other.found, self.annotated + other.annotated
        )

    def measures(self) -> dict[str, tuple[float, float, float]]:
        """Return precision, recall and F1, each with its Wilson interval; NaN without rows.

        F1 = 2J / (1 + J) of the share J of right rows among all found or annotated, so the ends
        of its interval are those of J.
        """
        either = self.found + self.annotated - self.hits
        overlap = proportion(self.hits, either)
        return {
            "precision": proportion(self.hits, self.found),
            "recall": proportion(self.hits, self.annotated),
            "F1": tuple(2 * share / (1 + share) for share in overlap),  # type: ignore[dict-item]
        }


def proportion(hits: int, trials: int, z: float = 1.959964) -> tuple[float, float, float]:
    r"""Return a share and its Wilson score interval, by default at 95 %.

    With :math:`p = k/n` the interval is
    :math:`\frac{p + z^2/2n \pm z \sqrt{p(1-p)/n + z^2/4n^2}}{1 + z^2/n}` [1]_.

    References
    ----------
    .. [1] E. B. Wilson (1927), Journal of the American Statistical Association 22, 209–212.

    Examples
    --------
    >>> [round(value, 3) for value in proportion(9, 10)]
    [0.9, 0.596, 0.982]
    """
    if not trials:
        return float("nan"), 0.0, 1.0
    share, square = hits / trials, z * z / trials
    half = z * sqrt(share * (1 - share) / trials + square / (4 * trials))
    low, high = ((share + square / 2 + side) / (1 + square) for side in (-half, half))
    return share, max(low, 0.0), min(high, 1.0)


@dataclass(frozen=True)
class Evaluation:
    """Score of each relation and of park locations and partnerships together; all mistakes."""

    scores: Mapping[str, Score]
    mistakes: Sequence[Mistake]
    texts: int

    def lines(self) -> Iterator[str]:
        """Yield the table of scores and the list of mistakes as plain lines."""
        yield f"{self.texts} text(s)"
        for relation, score in self.scores.items():
            shares = "   ".join(
                f"{name} {share:.3f} [{low:.3f}, {high:.3f}]"
                for name, (share, low, high) in score.measures().items()
            )
            counts = f"{score.hits} right of {score.found} found, {score.annotated} annotated"
            yield f"{relation:<15} {shares}   {counts}"
        for mistake in self.mistakes:
            key = ", ".join(map(str, mistake.key))
            rule = f" by {mistake.rule}" if mistake.rule else ""
            yield f"{mistake.kind} in {mistake.text}, {mistake.relation}: {key}{rule}"
            yield f"    {' '.join(mistake.passage.split())}"


def evaluate(texts: Path, gold: Path, reference: Path) -> Evaluation:
    """Compare what is extracted from texts with their annotations.

    Rows annotated as ambiguous are neither right nor wrong.

    Parameters
    ----------
    texts : pathlib.Path
        Folder of ``NAME.txt``.
    gold : pathlib.Path
        Folder of ``NAME.json``; a single text goes with a single annotation of any name.
    reference : pathlib.Path
        Folder of the reference tables.

    Raises
    ------
    SourceError
        If a text has no annotation or an annotation no text, or one cannot be read.
    """
    gazetteer, grammar = load_gazetteer(reference), load_grammar()
    scores = {relation: Score(0, 0, 0) for relation in SCORED}
    mistakes: list[Mistake] = []
    pairs = _pairs(texts, gold)
    for text, annotation in pairs:
        article, annotated = read_article(text), _annotation(annotation)
        facts = extract(article, gazetteer, grammar).facts
        for relation in SCORED:
            right = _keyed(gazetteer, relation, annotated[relation])
            unsure = _keyed(gazetteer, relation, annotated["ambiguous"].get(relation, []))
            found = _found(relation, facts, right, {_open(relation, key) for key in unsure})
            hits = found.keys() & right.keys()
            scores[relation] += Score(len(hits), len(found), len(right))
            for key in sorted(found.keys() - hits, key=str):
                span = found[key].evidence[0]
                passage = article.text[span.start : span.end]
                mistakes.append(Mistake(text.name, relation, "extra", key, passage, span.rule))
            missed = sorted(right.keys() - hits, key=str)
            mistakes += [Mistake(text.name, relation, "missed", key, right[key]) for key in missed]
    scores["micro"] = scores[MICRO[0]] + scores[MICRO[1]]
    return Evaluation(scores, mistakes, len(pairs))


def _found(
    relation: str, facts: Sequence[Fact], right: Mapping[Key, str], unsure: set[Key]
) -> dict[Key, Fact]:
    """Return the facts of a relation by key, its status open where the annotation's is."""
    found: dict[Key, Fact] = {}
    for fact in facts:
        if fact.table == relation:
            key: Key = tuple(fact.values[name] for name in SCORED[relation])
            left_open = _open(relation, key)
            key = left_open if left_open in right else key
            if key in right or left_open not in unsure:
                found[key] = fact
    return found


def _pairs(texts: Path, gold: Path) -> list[tuple[Path, Path]]:
    """Return each text with its annotation."""
    found = {path.stem: path for path in sorted(texts.glob("*.txt"))}
    annotations = {path.stem: path for path in sorted(gold.glob("*.json"))}
    if len(found) == len(annotations) == 1:
        return [*zip(found.values(), annotations.values(), strict=True)]
    if not found:
        raise SourceError(texts, "holds no text", "Give a folder of NAME.txt.")
    if lonely := sorted(found.keys() ^ annotations.keys()):
        raise SourceError(gold, f"texts and annotations differ by {', '.join(lonely)}", REMEDY)
    return [(found[name], annotations[name]) for name in found]


def _annotation(path: Path) -> dict[str, Any]:
    try:
        read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {name: read[name] for name in SCORED} | {"ambiguous": read.get("ambiguous", {})}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SourceError(path, f"no annotation ({error!r})", REMEDY) from error


def _keyed(
    gazetteer: Gazetteer, relation: str, rows: Sequence[Mapping[str, Any]]
) -> dict[Key, str]:
    """Return the evidence of annotated rows by key, names as the gazetteer has them."""

    def plain(value: object) -> object:
        if not isinstance(value, str):
            return value
        spelling = normalised(value).lower()
        for title in ("thành phố ", "tỉnh "):
            spelling = spelling.removeprefix(title)
        name = gazetteer.names.get(spelling)
        return gazetteer.provinces.get(name.value, name.value) if name else value

    names = SCORED[relation]
    return {tuple(plain(row[name]) for name in names): str(row["evidence"]) for row in rows}


def _open(relation: str, key: Key) -> Key:
    """Return a key with its status left open, if the relation has one."""
    return (*key[:-1], "unspecified") if SCORED[relation][-1] == "status" else key
