"""Tile-grid map: every unit is one tile of the same size, by status."""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from analysis.charts.marks import COLORS, check_columns, link
from analysis.charts.style import MUTED
from analysis.language import Language

ASPECT = 0.64  # a tile's height over its width
LEGEND_ROWS = 6  # in the north-east, which the country leaves free
WHITE, BLACK, PALE = "#FFFFFF", "#000000", "#ECECEC"
TILES = {  # face, edge, text, hatch and its colour: a park is solid, an agreement only outlined
    "home": (COLORS["home"], BLACK, BLACK, "", "none"),
    "park": (COLORS["park"], COLORS["park"], WHITE, "", "none"),
    "both": (COLORS["both"], COLORS["park"], BLACK, "....", "#E3B5CF"),
    "partner": (WHITE, COLORS["partner"], BLACK, "////", "#C9E8DD"),
    "none": (PALE, PALE, MUTED, "", "none"),
    "archipelago": (WHITE, MUTED, MUTED, "", "none"),
}


def tile_grid(units: pd.DataFrame, tiles: pd.DataFrame, ax: Axes, language: Language) -> Axes:
    """Draw units by status, with Hoàng Sa and Trường Sa in outline.

    Parameters
    ----------
    units, tiles : pandas.DataFrame
        Units of one vintage (`vintage`, `code`, `status`); the table `tile_grid`.
    ax, language : matplotlib.axes.Axes, Language
    """
    check_columns("vintage code status", units=units)
    check_columns("vintage tile label row column", tiles=tiles)
    shown = tiles[tiles["vintage"].isin(units["vintage"])]
    held = shown["tile"].map(units.set_index("code")["status"]).fillna("archipelago")
    shown = shown.merge(units.filter(["code", "link"]), "left", left_on="tile", right_on="code")
    drawn = [
        _draw_tile(ax, *tile)
        for tile in zip(shown["column"], shown["row"], shown["label"], held, strict=True)
    ]
    for artists in zip(*drawn, strict=True):
        link(shown, artists)
    counts = units["status"].value_counts()
    left = shown.loc[shown["row"] < LEGEND_ROWS, "column"].max() + 1.2
    for row, status in enumerate(status for status in TILES if status in counts):
        _draw_tile(ax, left, row, "", status, width=0.5)
        words = f"{language.text(f'charts.status.{status}')}\N{NO-BREAK SPACE}({counts[status]})"
        ax.text(left + 0.4, row, textwrap.fill(words, 20), va="center", linespacing=1.15)
    ax.set(xlim=(-0.5, shown["column"].max() + 0.5), ylim=(shown["row"].max() + 0.5, -0.5))
    ax.set(xticks=[], yticks=[], aspect=ASPECT, anchor="NW")
    return ax


def _draw_tile(
    ax: Axes, x: float, y: float, label: str, status: str, width: float = 0.92
) -> tuple[Rectangle, Text]:  # fmt: skip
    face, edge, ink, hatch, hatch_color = TILES[status]
    tile = Rectangle((x - width / 2, y - 0.45), width, 0.9, linewidth=1.8)
    tile.set(facecolor=face, edgecolor=edge, hatch=hatch, hatchcolor=hatch_color)
    ax.add_patch(tile)
    star = "★ " if status == "home" else ""
    name = "\n".join((star + label).strip().rsplit(" ", 1))
    text = ax.text(x, y, name, ha="center", va="center", size=9, color=ink, linespacing=1.1)
    return tile, text
