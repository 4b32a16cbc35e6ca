"""One unit among those of its region: population and status."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import marks
from analysis.charts.style import INK
from analysis.errors import ArgumentError
from analysis.language import Language


def region_peers(units: pd.DataFrame, code: str, ax: Axes, language: Language) -> Axes:
    """Draw the units of a unit's socio-economic region by population, that unit set off in bold.

    Parameters
    ----------
    units : pandas.DataFrame
        Units of one vintage: `code`, `name`, `region`, `status`, `population`.
    code : str
        The unit to set off; one that the table lacks is an ``ArgumentError``.
    ax, language : matplotlib.axes.Axes, Language
    """
    marks.check_columns("code name region status population", units=units)
    if code not in set(units["code"]):
        raise ArgumentError("code", code, "the code of a unit in the table")
    region = units.loc[units["code"] == code, "region"].iloc[0]
    data = marks.by_status(units[units["region"] == region], "code", language)
    data = data.sort_values("population", ascending=False, ignore_index=True)
    data = data.assign(y=marks.label_rows(ax, data, "name", language), x=data["population"] / 1e6)
    data["key"] = np.where(data["status"] == "none", "population.alone", "population.status")
    marks.label_right(ax, data, "x", language)
    ax.barh(data["y"], data["x"], 0.62, color=list(data["status"].map(marks.COLORS)))
    marks.link(data, ax.patches)
    chosen = list(data["code"]).index(code)
    ax.patches[chosen].set(edgecolor=INK, linewidth=2)
    for text in (ax.get_yticklabels()[chosen], ax.texts[chosen]):
        text.set_fontweight("bold")
    marks.start_at_zero(ax, data["x"])
    return ax
