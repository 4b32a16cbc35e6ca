"""The words around a chart, with their numbers filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.language import Language

MEASURES = {"reach": ("reach_max_parks_km", "reach_max_partners_km")}  # absent if without units


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

    A text may have variants: ``_parks`` without partners, ``_partners`` without parks, ``_none``
    without either, ``_both`` where a unit is both. A value that lacks is an ``ArgumentError``.
    """
    names = MEASURES.get(chart, ("park_units", "partner_units"))
    parks, partners = (bool(values.get(name)) for name in names)
    full = "_both" if values.get("both_units") else ""
    case = ("_none", "_partners", "_parks", full)[2 * parks + partners]
    texts = language.catalogue["charts"].get(chart, {})
    title, subtitle, alternative = (
        language.text(f"charts.{chart}.{part + case if part + case in texts else part}", **values)
        for part in ("title", "subtitle", "alternative")
    )
    return Caption(title, subtitle, source, alternative)
