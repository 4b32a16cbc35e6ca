"""``parkspread extract --explain``: each row with the passage that states it and the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.extraction.facts import Fact
from analysis.extraction.gazetteer import load_gazetteer
from analysis.extraction.grammar import load_grammar
from analysis.extraction.pipeline import extract
from analysis.extraction.text import Article, read_article

PLAIN = (">>>", "<<<")
TERMINAL = ("\x1b[7m", "\x1b[27m")
AROUND = 80


def explain(files: Sequence[Path], reference: Path, marks: tuple[str, str]) -> Iterator[str]:
    """Yield lines on the rows of articles; nothing is written.

    Parameters
    ----------
    files : sequence of pathlib.Path
        Articles.
    reference : pathlib.Path
        Folder of the reference tables.
    marks : (str, str)
        What stands before and after the passage: ``PLAIN`` or ``TERMINAL``.
    """
    gazetteer, grammar = load_gazetteer(reference), load_grammar()
    for file in files:
        article = read_article(file)
        facts = extract(article, gazetteer, grammar).facts
        yield f"{file}: {len(facts)} row(s)"
        for fact in facts:
            yield from _lines(article, fact, marks)


def _lines(article: Article, fact: Fact, marks: tuple[str, str]) -> Iterator[str]:
    """Yield a row and each passage that states it, with some of its paragraph around."""
    known = {name: value for name, value in fact.values.items() if value is not None}
    values = ", ".join(f"{name}={value}" for name, value in known.items())
    yield f"{fact.table} {fact.fact_id}: {values}"
    for span in fact.evidence:
        first, last = article.paragraphs[span.paragraph - 1]
        before = article.text[max(first, span.start - AROUND) : span.start]
        after = article.text[span.end : min(max(last, span.end), span.end + AROUND)]
        passage = marks[0] + article.text[span.start : span.end] + marks[1]
        marked = " ".join(f"{before}{passage}{after}".split())
        yield f"    [{span.rule}] paragraph {span.paragraph}: {marked}"
