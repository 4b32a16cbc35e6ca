"""The words around a chart, with their numbers filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.language import Language

UNITS = ("park_units", "partner_units")
REACH = ("reach_max_parks_km", "reach_max_partners_km")  # absent if without units
MEASURES = {"reach": REACH, "reach_map": REACH}


@dataclass(frozen=True)
class Caption:
    """Words around a chart.

    Parameters
    ----------
    title, subtitle, source, alternative : str
        The finding; what is shown, in which unit; where it is from; the picture in words.
    """

    title: str
    subtitle: str
    source: str
    alternative: str


def caption(chart: str, language: Language, values: Mapping[str, Any], source: str) -> Caption:
    """Return a chart's words from ``charts.toml``, filled with measures and names.

    A text may have variants, see :func:`variant`. A value that lacks is an ``ArgumentError``.
    """
    texts = language.catalogue["charts"].get(chart, {})
    names = MEASURES.get(chart, UNITS)
    title, subtitle, alternative = (
        language.fill(f"charts.{chart}.{variant(texts, part, values, names)}", values)
        for part in ("title", "subtitle", "alternative")
    )
    return Caption(title, subtitle, source, alternative)


def variant(
    texts: Mapping[str, Any], key: str, values: Mapping[str, Any], names: Sequence[str] = UNITS
) -> str:
    """Return the key of a text's variant for the case that values are in, or the key itself.

    The variants: ``_parks`` without partners, ``_partners`` without parks, ``_none`` without
    either, ``_both`` where a unit is both. A ``case`` among the values names another.
    """
    if values.get("case"):
        return f"{key}_{values['case']}" if f"{key}_{values['case']}" in texts else key
    if not any(key + case in texts for case in ("_none", "_partners", "_parks", "_both")):
        return key
    parks, partners = (bool(values.get(name)) for name in names)
    full = "_both" if values.get("both_units") else ""
    case = ("_none", "_partners", "_parks", full)[2 * parks + partners]
    return key + case if key + case in texts else key
