"""Dot matrix: units by region in rows, statuses in columns."""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import marks
from analysis.charts.style import RULE
from analysis.language import Language

COLUMNS = ("home", "park", "partner")


def status_matrix(units: pd.DataFrame, regions: pd.DataFrame, ax: Axes, language: Language) -> Axes:
    """Draw the units that have a status, by socio-economic region from north to south.

    Parameters
    ----------
    units, regions : pandas.DataFrame
        Units of one vintage: `vintage`, `name`, `region`, `status`. The table `regions`.
    ax, language : matplotlib.axes.Axes, Language
    """
    marks.check_columns("vintage name region status", units=units)
    data = units[units["status"] != "none"].assign(scheme="socio_economic")
    data = marks.name_regions(data, regions, language)
    data["y"] = marks.label_rows(ax, data, "name", language, "label")
    ax.hlines(data["y"], 0, len(COLUMNS) - 1, color=RULE, linewidth=1)
    dots = data.replace({"status": {"both": "park partner"}})
    dots = dots.assign(status=dots["status"].str.split()).explode("status", ignore_index=True)
    marks.draw_marks(ax, dots.assign(x=dots["status"].map(COLUMNS.index)), x="x")
    words = [textwrap.fill(language.text(f"charts.status.{column}"), 13) for column in COLUMNS]
    ax.set_xticks(range(len(COLUMNS)), words)
    ax.xaxis.tick_top()
    ax.set_xlim(-0.5, len(COLUMNS) - 0.5)
    return ax
