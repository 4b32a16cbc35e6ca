"""What a notebook works with: checked parameters, tables, texts and figures of one report."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from IPython.display import display
from matplotlib.axes import Axes

from analysis.admin import schemes_of
from analysis.charts.caption import caption
from analysis.charts.render import to_png, to_svg
from analysis.charts.style import chart_style, finish, new_figure
from analysis.errors import ParameterError
from analysis.language import Language
from analysis.paths import data_folder
from analysis.processing.build import read_facts
from analysis.reporting.parameters import check_parameters
from analysis.reporting.values import text_values
from analysis.tables import read_tables
from analysis.tables.registry import layer


@dataclass(frozen=True)
class Report:
    """One report being made.

    Parameters
    ----------
    parameters : mapping
        Checked parameters of the notebook.
    language : Language
        Language of every text.
    tables : mapping of str to pandas.DataFrame
        Raw, reference and processed tables; processed ones hold the report's vintage, programme
        and scheme only.
    values : mapping
        Numbers and names that texts use: every headline measure by name.
    """

    parameters: Mapping[str, Any]
    language: Language
    tables: Mapping[str, pd.DataFrame]
    values: Mapping[str, Any] = field(repr=False)

    def say(self, key: str, **values: Any) -> None:
        """Show a text of the notebooks' catalogue, its numbers filled in."""
        text = self.language.text(f"notebooks.{key}", **{**self.values, **values})
        display({"text/markdown": text, "text/plain": text}, raw=True)

    def figure(self, name: str, chart: Callable[..., Axes], *data: Any, **values: Any) -> None:
        """Draw a chart and show it with its caption, its alternative text and its data.

        Parameters
        ----------
        name : str
            Name of the chart's texts and of the files written for it.
        chart : callable
            A function of :mod:`analysis.charts`.
        *data
            What the chart draws; the first frame is written beside the figure as CSV.
        **values
            Further values for the caption.
        """
        words = caption(name, self.language, {**self.values, **values}, self.source)
        with chart_style():
            figure, axes = new_figure(name)
            chart(*data, axes, self.language)
            finish(axes, words)
            svg, png = to_svg(figure, words), to_png(figure)
        bundle = {
            "image/svg+xml": svg.decode("utf-8"),
            "image/png": base64.b64encode(png).decode("ascii"),
            "text/csv": data[0].to_csv(index=False, lineterminator="\n", float_format="%.10g"),
            "text/plain": words.alternative,
        }
        about = {"name": name, "title": words.title, "alternative": words.alternative}
        metadata = {"parkspread": about, "image/png": {"alt": words.alternative}}
        display(bundle, metadata=metadata, raw=True)

    def table(self, frame: pd.DataFrame, topic: str) -> None:
        """Show a table with headings and terms in the report's language.

        Parameters
        ----------
        frame : pandas.DataFrame
            Rows to show; the index is not shown.
        topic : str
            Topic of the headings among the terms.
        """
        shown = frame.rename(columns=lambda name: self.language.term(topic, name))
        display(
            {
                "text/html": shown.to_html(index=False, border=0, escape=True, na_rep="–"),
                "text/plain": shown.to_string(index=False, na_rep="–"),
            },
            raw=True,
        )

    @property
    def source(self) -> str:
        """Source line under every figure."""
        return self.language.text("notebooks.source", **self.values)
