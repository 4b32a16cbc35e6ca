"""The words and rules that are data, and the expressions made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any


def lexicon(name: str = "lexicon") -> dict[str, Any]:
    """Return one data file of this package: ``lexicon``, ``rules`` or ``statements``."""
    source = resources.files("analysis.extraction") / f"{name}.toml"
    data: dict[str, Any] = tomllib.loads(source.read_text(encoding="utf-8"))
    return data


def any_of(words: Iterable[str]) -> str:
    r"""Return an expression for any of the words, the longest first.

    Examples
    --------
    >>> any_of(["đã", "đã có"])
    '(?:đã\\ có|đã)'
    """
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def key_of(text: str, table: Mapping[str, Iterable[str]]) -> str:
    """Return the key of a table of word lists that holds the text; empty if none does."""
    return next((key for key, words in table.items() if text in words), "")
