"""What a notebook works with: checked parameters, tables, texts and figures of one report."""

from __future__ import annotations

import base64
import html
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple, dataclass, field
from functools import partial
from typing import Any

import pandas as pd
from IPython.display import publish_display_data
from matplotlib.axes import Axes

from analysis.admin import SCHEMES, VINTAGES, schemes_of
from analysis.charts.caption import caption, variant
from analysis.charts.render import to_png, to_svg
from analysis.charts.style import chart_style, finish, new_figure
from analysis.errors import ArgumentError, ParameterError
from analysis.language import Language
from analysis.language.linked import Linked
from analysis.paths import data_folder
from analysis.reporting.anchors import row_anchor
from analysis.reporting.downloads import ROWS, json_rows
from analysis.reporting.links import page_name
from analysis.reporting.parameters import check_parameters
from analysis.reporting.reads import EXTRACTED, Context, Tables, read_all
from analysis.reporting.tabling import cell_links, is_numeric, shown, to_html
from analysis.reporting.values import region_names, text_values
from analysis.reporting.visible import visible
from analysis.tables.registry import table

SEEN = ("text/markdown", "text/html", "text/plain", "image/svg+xml")
MARKDOWN = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]#|$~"})


@dataclass(frozen=True)
class Report:
    """One report being made.

    Parameters
    ----------
    parameters : mapping
        Checked parameters of the notebook.
    language : Language
        Language of every text.
    tables : Tables
        Raw tables with corrections applied, reference and processed tables.
    extracted : Tables
        Raw tables without the corrections.
    context : mapping
        Numbers and names that texts use: every headline measure by name.
    """

    parameters: Mapping[str, Any]
    language: Language
    tables: Tables = field(repr=False)
    extracted: Tables = field(repr=False)
    context: Context | Mapping[str, Any] = field(repr=False)

    @property
    def page(self) -> str:
        """Name of the derivation page that the report's numbers lead to."""
        return page_name(self.parameters)

    def column(self, name: str) -> str:
        """Return the column that a number of parks is taken from, as ``home_may_host`` has it."""
        home = self.parameters.get("home_may_host", True)
        return name if home or name != "parks_upper" else "parks_upper_home_excluded"

    def rows(self, name: str, vintage: int | None = None) -> pd.DataFrame:
        """Return a table's rows of the report's vintage (or another), programme and scheme.

        Regions stand from north to south. Upper bounds of parks follow ``home_may_host``.
        """
        known = {"vintage": VINTAGES[0], "scheme": SCHEMES[0], **self.parameters}
        known |= {"vintage": vintage} if vintage else {}
        columns = {column.name for column in table(name).fields}
        keys = columns & {"vintage", "programme", "scheme"} & set(known)
        rows = self.tables.rows(name, **{key: known[key] for key in keys})
        if "parks_upper" in rows:
            rows = rows.assign(parks_upper=rows[self.column("parks_upper")])
        if "scheme" in rows:
            order = self.tables.rows("regions", vintage=known["vintage"])
            regions = order.drop(columns=["name", "name_en"])
            rows = rows.merge(regions, on=["vintage", "scheme", "region"], validate="m:1")
            rows = rows.sort_values("order").drop(columns="order")
        rows = rows.reset_index(drop=True)
        rows.attrs["table"] = name
        return rows

    def say(self, key: str, **values: Any) -> None:
        """Show a text of the notebooks' catalogue as Markdown, its numbers filled in.

        A text may have variants for what the source leaves out, see
        :func:`analysis.charts.caption.variant`, and one, ``_missing``, for numbers that it lacks.
        """
        known = _Literal(ChainMap(values, self.context))  # type: ignore[arg-type]
        topic, name = key.split(".")
        texts = self.language.catalogue["notebooks"][topic]
        name = variant(texts, name, known)
        try:
            text = self.language.fill(f"notebooks.{topic}.{name}", known)
        except ArgumentError:
            if f"{name}_missing" not in texts:
                raise
            text = self.language.fill(f"notebooks.{topic}.{name}_missing", known)
        if text:
            plain = str(text)
            self._show({"text/markdown": plain, "text/plain": plain}, {"values": _places(text)})

    def figure(self, chart: Callable[..., Axes], *data: Any, **values: Any) -> None:
        """Draw a chart and show it with its alternative text and its data.

        Parameters
        ----------
        chart : callable
            A function of :mod:`analysis.charts`; its name is that of the files written.
        *data
            What the chart draws; the first frame is written beside the figure as CSV.
        **values
            Further values for the caption.
        """
        name = chart.__name__
        own = f"charts.{name}.source"
        texts = self.language.catalogue["charts"][name]
        known = ChainMap(values, self.context)  # type: ignore[arg-type]
        source = self.language.fill(own if "source" in texts else "notebooks.source", known)
        words = caption(name, self.language, known, source)
        with chart_style():
            figure, axes = new_figure(name)
            chart(*map(self._linked, data), axes, self.language)
            finish(axes, words)
            svg, png = to_svg(figure, words), to_png(figure)
        place = {key: values[key] for key in ("province", "region") if key in values}
        said = {part: str(text) for part, text in vars(words).items()}
        about = {"name": name, **said, "place": place}
        bundle = {
            "image/svg+xml": svg.decode("utf-8"),
            "image/png": base64.b64encode(png).decode("ascii"),
            "text/csv": data[0].to_csv(index=False, lineterminator="\n", float_format="%.10g"),
            ROWS: json_rows(data[0]),
            "text/plain": about["alternative"],
        }
        alternative = {"alt": about["alternative"]}
        self._show(
            bundle,
            {"figure": about, "values": _places(words.alternative)},
            {"image/png": alternative, "image/svg+xml": alternative},
        )

    def table(self, rows: pd.DataFrame, name: str, columns: str = "") -> None:
        """Show rows of a registered table with headings and terms in the report's language.

        Parameters
        ----------
        rows : pandas.DataFrame
            Rows to show, in order.
        name : str
            Name of the table in the registry.
        columns : str, optional
            Columns to show, separated by blanks; all if empty. Without rows nothing is shown.
        """
        if rows.empty:
            return
        wanted = columns.split() or list(rows.columns)
        vintage = self.parameters.get("vintage", VINTAGES[0])
        regions = region_names(self.tables.rows("regions", vintage=vintage), self.language)
        texts = shown(rows[wanted], name, self.language, regions)
        markup = to_html(texts, is_numeric(name, wanted))
        self._show(
            {"text/html": markup, "text/plain": texts.to_string(index=False, max_colwidth=None)},
            {"values": cell_links(markup, rows, wanted, name, self.page, self.column)},
        )

    def _linked(self, data: Any) -> Any:
        """Return rows of a table with the column ``link``: where a chart's label leads."""
        if not isinstance(data, pd.DataFrame):
            return data
        name = data.attrs.get("table")
        if not name and not {"table", "fact_id"} <= {*data}:
            return data
        rows = data.to_dict("records")
        pages = [page_name(self.parameters, row.get("vintage")) for row in rows]
        anchors = [row_anchor(name or row["table"], row) for row in rows]
        return data.assign(link=[f"{p}#{a}" for p, a in zip(pages, anchors, strict=True)])

    def _show(
        self, data: Mapping[str, Any], about: Mapping[str, Any] | None = None, metadata: Any = None
    ) -> None:
        """Show an output that says what has been read for it so far."""
        reads = {**self.tables.read, **self.extracted.read}
        seen = {kind: visible(each) if kind in SEEN else each for kind, each in data.items()}
        publish_display_data(
            seen, metadata={"parkspread": {**(about or {}), "reads": reads}, **(metadata or {})}
        )


def start(namespace: Mapping[str, Any]) -> Report:
    """Check a notebook's parameters and return the report it makes.

    Parameters
    ----------
    namespace : mapping
        The notebook's ``globals()``, right after its parameters cell.

    Raises
    ------
    ParameterError
        Naming every parameter that is unknown or has a value that is not allowed.
    FaultsFound
        If tables are missing or hold faults.
    """
    parameters = check_parameters(namespace)
    return open_report(parameters)


def open_report(parameters: Mapping[str, Any]) -> Report:
    """Return a report for parameters whose types are checked already."""
    read = read_all(data_folder(parameters.get("data_dir")).root)
    tables = Tables(read[""])
    _check_known(parameters, read[""])
    language = Language(parameters.get("language", "en"))
    vintage = parameters.get("vintage", VINTAGES[0])
    scheme = parameters.get("scheme", SCHEMES[0])
    page = partial(page_name, parameters)
    context = text_values(tables, vintage, parameters["programme"], scheme, language, page)
    return Report(parameters, language, tables, Tables(read[EXTRACTED], EXTRACTED), context)


def _check_known(parameters: Mapping[str, Any], tables: Mapping[str, pd.DataFrame]) -> None:
    """Refuse a programme or scheme that the tables do not have."""
    problems = []
    programmes = sorted(set(tables["units"]["programme"]))
    if parameters["programme"] not in programmes:
        problems.append(
            f"programme: got {parameters['programme']!r}; the tables have {', '.join(programmes)}"
        )
    if "scheme" in parameters and "vintage" in parameters:
        known = schemes_of(tables, parameters["vintage"])
        if parameters["scheme"] not in known:
            problems.append(
                f"scheme: got {parameters['scheme']!r}, which does not exist for vintage "
                f"{parameters['vintage']}; allowed are {', '.join(known)}"
            )
    if problems:
        raise ParameterError(problems)


class _Literal(Mapping[str, Any]):
    """Values whose names show in Markdown as they are, whatever they hold."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return _literal(self._values[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def _places(text: str) -> list[list[Any]]:
    """Return where the links of a text stand, and where they lead."""
    return [[*astuple(link)] for link in getattr(text, "links", ())]


def _literal(value: Any) -> Any:
    if isinstance(value, Linked):
        return value.mapped(_escaped)
    if isinstance(value, str):
        return _escaped(value)
    return [_literal(item) for item in value] if isinstance(value, list) else value


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).translate(MARKDOWN)
