"""Map of reach: a line from the home unit to each unit with a park or an agreement."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.areas import WHITE
from analysis.charts.country import draw_country, name_places
from analysis.charts.marks import COLORS, check_columns, draw_marks
from analysis.language import Language

DASHED = (0, (4, 2))  # an agreement is not yet a park


def reach_map(
    units: pd.DataFrame, centres: pd.DataFrame, outlines: pd.DataFrame, ax: Axes, language: Language
) -> Axes:
    """Draw lines between administrative centres, from the home unit to those that have a status.

    Parameters
    ----------
    units, centres, outlines : pandas.DataFrame
        Units of one vintage: `vintage`, `code`, `name`, `status`, `distance_km` (missing if no
        home is known); of the same units `code`, `latitude`, `longitude`; the table `outlines`.
    ax, language : matplotlib.axes.Axes, Language
    """
    check_columns("vintage code name status distance_km", units=units)
    check_columns("vintage code latitude longitude", centres=centres)
    shapes = draw_country(units, outlines, ax, language)
    own = centres[centres["vintage"].isin(units["vintage"])].set_index("code")
    data = units[units["status"] != "none"].reset_index(drop=True)
    data = data.assign(x=data["code"].map(own["longitude"]), y=data["code"].map(own["latitude"]))
    for home in data.loc[data["status"] == "home", ["x", "y"]].to_numpy():
        for place, status in zip(data[["x", "y"]].to_numpy(), data["status"], strict=True):
            line = np.array([home, place]).T
            ax.plot(*line, color=WHITE, linewidth=2.6)
            style = DASHED if status == "partner" else "solid"
            ax.plot(*line, color=COLORS[status], linewidth=1.3, linestyle=style)
    draw_marks(ax, data, "x")
    far = data["distance_km"].fillna(0) > 0
    distances = [language.text("charts.distance", distance_km=km) for km in data["distance_km"]]
    text = data["name"].mask(data["status"] == "home", "★ " + data["name"])
    text = text.mask(far, data["name"] + " · " + pd.Series(distances, data.index, dtype=object))
    name_places(ax, data.assign(text=text), shapes)
    return ax
