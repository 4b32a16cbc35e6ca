"""The index: a card for each report, with a search and filters, one section a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from analysis.extraction.view import unaccented
from analysis.language import LANGUAGES, Language
from analysis.reporting.pages import render

FACETS = ("notebook", "vintage", "region", "province")


def index_page(entries: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the index.

    Parameters
    ----------
    entries : sequence of mapping
        Reports as the manifest describes them.
    """
    groups = []
    for code in LANGUAGES:
        language = Language(code)
        own = [
            {**entry, "facets": _facets(entry)} for entry in entries if entry["language"] == code
        ]
        if own:
            texts = language.catalogue["pages"]
            filters = _filters([entry["facets"] for entry in own], texts)
            groups.append({"language": code, "text": texts, "entries": own, "filters": filters})
    language = Language(groups[0]["language"] if groups else LANGUAGES[0])
    texts = language.catalogue["pages"]["index"]
    return render("index.html.j2", language, texts["title"], texts["about"], groups=groups)


def _facets(entry: Mapping[str, Any]) -> dict[str, str]:
    """Return what a report can be filtered by."""
    known = {**entry["parameters"], **entry, "notebook": PurePath(entry["notebook"]).stem}
    return {name: str(known[name]) for name in FACETS if known.get(name)}


def _filters(
    facets: Sequence[Mapping[str, str]], texts: Mapping[str, Any]
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return name, heading and options of each filter that tells reports apart."""
    filters = []
    for name in FACETS:
        values = {each[name] for each in facets if name in each}
        options = [(value, texts["notebook"].get(value, value)) for value in values]
        if len(options) > 1:
            filters.append((name, texts["index"][name], sorted(options, key=_order)))
    return filters


def _order(option: tuple[str, str]) -> tuple[bool, str, str]:
    """Sort numbers and notebooks as they are, names without regard to diacritics."""
    value, words = option
    return (not value[0].isdigit(), value if value[0].isdigit() else unaccented(words), value)
