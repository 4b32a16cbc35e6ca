"""From a text to raw rows: each fact with the span that states it and the rule that read it."""

from analysis.extraction.facts import passages
from analysis.extraction.gazetteer import Gazetteer, load_gazetteer
from analysis.extraction.grammar import Grammar, load_grammar
from analysis.extraction.pipeline import Extraction, extract, merge, to_rows
from analysis.extraction.text import Article, make_article, read_article

__all__ = [
    "Article",
    "Extraction",
    "Gazetteer",
    "Grammar",
    "extract",
    "load_gazetteer",
    "load_grammar",
    "make_article",
    "merge",
    "passages",
    "read_article",
    "to_rows",
]
