"""Tile-grid map: every unit is one tile of the same size, by status."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from analysis.charts.areas import LOOKS, add_area, legend
from analysis.charts.marks import check_columns, link
from analysis.language import Language

ASPECT, WIDTH, HEIGHT = 0.64, 0.92, 0.9  # of a row over a column; of a tile in its place
LEGEND_ROWS = 6  # in the north-east, which the country leaves free


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
    left = shown.loc[shown["row"] < LEGEND_ROWS, "column"].max() + 1.2
    legend(ax, units["status"], language, (0.5, HEIGHT), lambda row: (left, row))
    ax.set(xlim=(-0.5, shown["column"].max() + 0.5), ylim=(shown["row"].max() + 0.5, -0.5))
    ax.set(xticks=[], yticks=[], aspect=ASPECT, anchor="NW")
    return ax


def _draw_tile(ax: Axes, x: float, y: float, label: str, status: str) -> tuple[Rectangle, Text]:
    star = "★ " if status == "home" else ""
    name = "\n".join((star + label).strip().rsplit(" ", 1))
    color = LOOKS[status][2]
    text = ax.text(x, y, name, ha="center", va="center", size=9, color=color, linespacing=1.1)
    return add_area(ax, x, y, WIDTH, HEIGHT, status), text
