"""Map of the provinces in their true shapes, by status."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.areas import WHITE
from analysis.charts.country import draw_country, name_places
from analysis.charts.style import INK
from analysis.language import Language


def choropleth(units: pd.DataFrame, outlines: pd.DataFrame, ax: Axes, language: Language) -> Axes:
    """Draw units in their true shapes, those that have a status with their names.

    Parameters
    ----------
    units, outlines : pandas.DataFrame
        Units of one vintage: `vintage`, `code`, `name`, `status`; the table `outlines`.
    ax, language : matplotlib.axes.Axes, Language
    """
    shapes = draw_country(units, outlines, ax, language)
    named = units[units["status"] != "none"]
    points = shapes[named["code"]].representative_point()
    home = named["status"] == "home"
    text = named["name"].mask(home, "★ " + named["name"])
    ax.scatter(points.x, points.y, s=14, color=INK, edgecolor=WHITE, linewidth=0.6, zorder=5)
    name_places(ax, named.assign(x=points.x.to_numpy(), y=points.y.to_numpy(), text=text), shapes)
    return ax
