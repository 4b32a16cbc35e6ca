"""Vietnam from its outlines: provinces by status, Hoàng Sa and Trường Sa where they are."""

from __future__ import annotations

from math import cos, radians
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.areas import LOOKS, WHITE, legend
from analysis.charts.callouts import Box, callouts
from analysis.charts.marks import addresses, check_columns
from analysis.charts.style import CONTEXT, MUTED
from analysis.language import Language

WEST, EAST, SOUTH, NORTH = 100.9, 116.2, 7.0, 23.7  # degrees
ASPECT = 1 / cos(radians((SOUTH + NORTH) / 2))  # a degree of latitude over one of longitude
LEGEND: Box = (WEST, 11.6, 105.4, 16.2)  # in the west, which the country leaves free
SAMPLE, STEP = (0.7, 0.6), 0.95


def draw_country(units: pd.DataFrame, outlines: pd.DataFrame, ax: Axes, language: Language) -> Any:
    """Draw units by status with the legend, and return their outlines by code.

    Parameters
    ----------
    units, outlines : pandas.DataFrame
        Units of one vintage: `vintage`, `code`, `status`, perhaps `link`; the table `outlines`.
    ax, language : matplotlib.axes.Axes, Language

    Returns
    -------
    geopandas.GeoSeries
    """
    import geopandas  # takes long to import

    check_columns("vintage code name status", units=units)
    check_columns("vintage outline name geometry", outlines=outlines)
    ax.set(xlim=(WEST, EAST), ylim=(SOUTH, NORTH), xticks=[], yticks=[], aspect=ASPECT, anchor="NW")
    own = outlines[outlines["vintage"].isin(units["vintage"])].set_index("outline")
    shapes = geopandas.GeoSeries.from_wkt(own["geometry"])
    for status, same in units.groupby("status"):
        face, edge, _, hatch, hatch_color = LOOKS[str(status)]
        border = {"none": CONTEXT, "park": WHITE}.get(str(status), edge)  # tells neighbours apart
        drawn = shapes[same["code"]]
        drawn.plot(ax=ax, aspect=None, facecolor=face, edgecolor=border, hatch=hatch,
                   hatchcolor=hatch_color, linewidth=0.4 if status == "none" else 1,
                   zorder=2 if status == "home" else 1)  # fmt: skip
        if status != "none":
            parts = zip(addresses(same), drawn.count_geometries(), strict=True)
            ax.collections[-1].set_urls([url for url, count in parts for _ in range(count)])
    islands = shapes[shapes.geom_type == "MultiPoint"]
    x, y = _points(islands).T
    ax.scatter(x, y, s=9, facecolor=WHITE, edgecolor=MUTED, linewidth=0.8)
    for name, (x, y) in zip(own["name"][islands.index], _names(islands), strict=True):
        ax.text(x, y, name, size=9, color=MUTED, ha="center", va="top")
    top, left = LEGEND[3] - STEP / 2, WEST + SAMPLE[0] / 2 + 0.05
    legend(ax, units["status"], language, SAMPLE, lambda row: (left, top - row * STEP))
    ax.set(xlabel="", ylabel="")
    return shapes


def name_places(ax: Axes, places: pd.DataFrame, shapes: Any) -> None:
    """Write beside the country the `text` of each place, which lies at `x` and `y`."""
    islands = shapes.geom_type == "MultiPoint"
    taken = [(x - 0.3, y - 0.3, x + 0.3, y + 0.3) for x, y in _points(shapes[islands])]
    taken += [(x - 1, y - 0.8, x + 1, y) for x, y in _names(shapes[islands])]
    callouts(ax, places, _points(shapes[~islands]), [*taken, LEGEND])


def _points(shapes: Any) -> Any:
    return shapes.get_coordinates().to_numpy()


def _names(islands: Any) -> Any:
    """Return where the names of archipelagos stand: the middle of their top."""
    bounds = islands.bounds
    return np.column_stack([(bounds["minx"] + bounds["maxx"]) / 2, bounds["miny"] - 0.25])
