"""How statuses look on areas, tiles or provinces, by more than colour; the legend of a map."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.charts.marks import COLORS
from analysis.charts.style import MUTED
from analysis.language import Language

WHITE, BLACK, PALE = "#FFFFFF", "#000000", "#ECECEC"
LOOKS = {  # face, edge, text, hatch and its colour: a park is solid, an agreement only outlined
    "home": (COLORS["home"], BLACK, BLACK, "", "none"),
    "park": (COLORS["park"], COLORS["park"], WHITE, "", "none"),
    "both": (COLORS["both"], COLORS["park"], BLACK, "....", "#E3B5CF"),
    "partner": (WHITE, COLORS["partner"], BLACK, "////", "#C9E8DD"),
    "none": (PALE, PALE, MUTED, "", "none"),
    "archipelago": (WHITE, MUTED, MUTED, "", "none"),
}


def legend(
    ax: Axes, statuses: pd.Series, language: Language, size: tuple[float, float],
    place: Callable[[int], tuple[float, float]],
) -> None:  # fmt: skip
    """Draw a sample of each status that units have, with its words and their number.

    Parameters
    ----------
    ax, statuses, language : matplotlib.axes.Axes, pandas.Series of str, Language
    size : tuple of float
        Width and height of a sample.
    place : callable
        Gives the centre of the sample of each row.
    """
    counts = statuses.value_counts()
    for row, status in enumerate(status for status in LOOKS if status in counts):
        x, y = place(row)
        add_area(ax, x, y, *size, status)
        words = f"{language.text(f'charts.status.{status}')}\N{NO-BREAK SPACE}({counts[status]})"
        ax.text(x + 0.8 * size[0], y, textwrap.fill(words, 20), va="center", linespacing=1.15)


def add_area(ax: Axes, x: float, y: float, width: float, height: float, status: str) -> Rectangle:
    """Draw a rectangle with the look of a status around a centre."""
    face, edge, _, hatch, hatch_color = LOOKS[status]
    area = Rectangle((x - width / 2, y - height / 2), width, height, linewidth=1.8)
    area.set(facecolor=face, edgecolor=edge, hatch=hatch, hatchcolor=hatch_color)
    ax.add_patch(area)
    return area
