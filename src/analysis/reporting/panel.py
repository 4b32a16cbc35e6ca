"""A panel of the start page: any notebook's finding and first chart, for parameters picked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ipywidgets
import nbformat
from IPython.display import display
from IPython.utils.capture import capture_output

from analysis.admin import VINTAGES, schemes_of
from analysis.errors import ParkspreadError
from analysis.language import LANGUAGES, Language
from analysis.paths import project_root
from analysis.reporting.plan import parameters_of
from analysis.reporting.session import Report

Outputs = tuple[dict[str, Any], ...]


def first_chart(notebook: Path, parameters: Mapping[str, Any]) -> Outputs:
    """Return what a notebook shows up to and with its first chart.

    Parameters
    ----------
    notebook : pathlib.Path
        A notebook of the project; its code is run here.
    parameters : mapping
        Values for those of its parameters that it declares; others are left out.

    Raises
    ------
    ParkspreadError
        If the notebook refuses a parameter or cannot read its tables.
    """
    declared = parameters_of(notebook)
    namespace: dict[str, Any] = {}
    shown: Outputs = ()
    for cell in nbformat.read(notebook, as_version=4).cells:
        if cell.cell_type != "code":
            continue
        with capture_output() as captured:
            exec(cell.source, namespace)
        if "parameters" in cell.metadata.get("tags", ()):
            namespace |= {name: parameters[name] for name in declared if name in parameters}
        shown += tuple(_output(each.data, each.metadata) for each in captured.outputs)
        if any("image/svg+xml" in each["data"] for each in shown):
            break
    return shown


class Panel:
    """Controls, and below them what the notebook chosen shows for their values.

    Parameters
    ----------
    report : Report
        Its parameters are the panel's first values, its tables name what there is to choose.

    Attributes
    ----------
    controls : dict of str to ipywidgets.Widget
        ``notebook`` and the parameters, by name.
    output : ipywidgets.Output
        The finding and the chart, or what is wrong with the values.
    """

    def __init__(self, report: Report) -> None:
        given = {"notebook": _notebooks()[1], "province": "", **report.parameters}
        self._tables, self._data_dir = report.tables, given["data_dir"]
        programmes = sorted(set(self._tables["units"]["programme"]))
        schemes = schemes_of(self._tables, given["vintage"])
        look: dict[str, Any] = {
            "style": {"description_width": "12em"},
            "layout": {"width": "32em", "max_width": "100%"},
        }
        self.controls: dict[str, Any] = {
            name: ipywidgets.Dropdown(options=options, value=given[name], **look)
            for name, options in (
                ("notebook", _notebooks()),
                ("language", [(Language(each).text("pages.index.language"), each)
                              for each in LANGUAGES]),
                ("programme", programmes),
                ("vintage", VINTAGES),
                ("scheme", schemes),
            )
        }  # fmt: skip
        self.controls["province"] = ipywidgets.Combobox(
            value=given["province"], continuous_update=False, **look
        )
        self.output = ipywidgets.Output()
        self._following = False
        self._follow()
        for control in self.controls.values():
            control.observe(self._follow, "value")

    def _ipython_display_(self) -> None:
        layout = {"flex_flow": "row wrap"}
        controls = ipywidgets.Box([*self.controls.values()], layout=layout)
        display(ipywidgets.VBox([controls, self.output]))

    def _follow(self, _: Any = None) -> None:
        """Show what the values ask for; once, also where one of them changes another."""
        if self._following:
            return
        self._following = True
        try:
            self._offer()
            values = {name: control.value for name, control in self.controls.items()}
            self.output.outputs = first_chart(
                values.pop("notebook"), {**values, "data_dir": self._data_dir}
            )
        except ParkspreadError as error:
            self.output.outputs = (_output({"text/plain": str(error)}, {}),)
        finally:
            self._following = False

    def _offer(self) -> None:
        """Offer what language, vintage and notebook allow; keep what is still allowed."""
        language = Language(self.controls["language"].value)
        vintage = self.controls["vintage"].value
        labels: dict[str, dict[Any, str]] = {
            "scheme": {
                each: language.term("scheme", each) for each in schemes_of(self._tables, vintage)
            },
            "notebook": {
                each: language.text(f"pages.notebook.{each.stem}") for each in _notebooks()
            },
        }
        for name, offered in labels.items():
            control = self.controls[name]
            value = control.value
            control.options = [(label, each) for each, label in offered.items()]
            control.value = value if value in offered else next(iter(offered))
        names = self._tables.rows("units", vintage=vintage)["name"]
        self.controls["province"].options = tuple(dict.fromkeys(names))
        taken = parameters_of(self.controls["notebook"].value)
        for name, control in self.controls.items():
            control.description = language.term("parameter", name)
            control.disabled = name not in ("notebook", *taken)
        self.controls["notebook"].description = language.text("pages.index.notebook")


def _notebooks() -> list[Path]:
    """Return the notebooks that the panel can show: all but the start page."""
    return sorted((project_root() / "notebooks").glob("*.ipynb"))[1:]


def _output(data: Mapping[str, Any], metadata: Mapping[str, Any]) -> dict[str, Any]:
    return {"output_type": "display_data", "data": dict(data), "metadata": dict(metadata)}
