"""The panel of the start page: what it offers, what it shows, what it says of wrong values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell

from analysis.errors import ParameterError
from analysis.reporting.panel import Panel, first_chart
from analysis.reporting.plan import Planned
from analysis.reporting.run import execute
from analysis.reporting.session import open_report

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SPREAD, COVERAGE, PROFILE = NOTEBOOKS[2:5]
VALUES: dict[str, Any] = {
    "vintage": 2023,
    "scheme": "socio_economic",
    "language": "en",
    "programme": "VSIP",
    "province": "Hải Phòng",
    "data_dir": str(ROOT / "data"),
}


@pytest.fixture(scope="module", autouse=True)
def _shell() -> Iterator[None]:
    """Give the module an interactive shell, as notebooks have one."""
    InteractiveShell.instance()
    yield
    InteractiveShell.clear_instance()


@pytest.fixture
def panel() -> Panel:
    return Panel(open_report(VALUES))


def kinds(outputs: Any) -> list[str]:
    return ["svg" if "image/svg+xml" in each["data"] else "text" for each in outputs]


def words(panel: Panel) -> str:
    return "\n".join(each["data"]["text/plain"] for each in panel.output.outputs)


def picture(panel: Panel) -> str:
    return str(panel.output.outputs[-1]["data"]["image/svg+xml"])


@pytest.mark.parametrize("notebook", NOTEBOOKS[1:], ids=lambda path: path.stem)
def test_every_notebook_has_a_finding_and_then_a_chart(notebook: Path) -> None:
    found = kinds(first_chart(notebook, VALUES))
    assert found[-1] == "svg"
    assert found[:-1] == ["text"] * (len(found) - 1) != []


def test_what_is_shown_is_what_the_report_shows() -> None:
    given = {"vintage": 2025, "language": "vi", "scheme": "north_centre_south"}
    shown = first_chart(SPREAD, {**VALUES, **given, "data_dir": ""})
    cells = execute(
        Planned("spread", SPREAD, given), SPREAD.read_bytes(), "nbclient"
    ).notebook.cells
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    texts = [(each["data"]["text/plain"], each["data"].get("image/svg+xml")) for each in outputs]
    assert [
        (each["data"]["text/plain"], each["data"].get("image/svg+xml")) for each in shown
    ] == texts[: len(shown)]  # fmt: skip


def test_a_parameter_that_a_notebook_lacks_is_left_out() -> None:
    with pytest.raises(ParameterError, match="vintage: got 1954"):
        first_chart(SPREAD, {**VALUES, "vintage": 1954})
    assert first_chart(NOTEBOOKS[1], {**VALUES, "vintage": 1954})


def test_schemes_and_provinces_follow_the_vintage(panel: Panel) -> None:
    controls = panel.controls
    controls["scheme"].value = "key_economic"
    assert len(controls["province"].options) == 63
    controls["vintage"].value = 2025
    assert [value for _, value in controls["scheme"].options] == [
        "socio_economic",
        "north_centre_south",
    ]
    assert controls["scheme"].value == "socio_economic"
    assert len(controls["province"].options) == 34
    assert "34 provinces" in words(panel)


def test_a_scheme_that_the_vintage_has_is_kept(panel: Panel) -> None:
    panel.controls["scheme"].value = "north_centre_south"
    panel.controls["vintage"].value = 2025
    assert panel.controls["scheme"].value == "north_centre_south"


def test_each_change_redraws_once(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr(
        "analysis.reporting.panel.first_chart", lambda _, values: asked.append(values) or ()
    )
    panel.controls["scheme"].value = "key_economic"
    panel.controls["vintage"].value = 2025  # takes the scheme along
    panel.controls["language"].value = "vi"  # names everything anew
    assert [(each["vintage"], each["scheme"], each["language"]) for each in asked] == [
        (2023, "key_economic", "en"),
        (2025, "socio_economic", "en"),
        (2025, "socio_economic", "vi"),
    ]


def test_chart_and_labels_follow_language_and_notebook(panel: Panel) -> None:
    before = picture(panel)
    panel.controls["language"].value = "vi"
    assert picture(panel) != before
    assert panel.controls["province"].description == "Tỉnh, thành"
    assert "Phân bố khu công nghiệp theo vùng" in dict(panel.controls["notebook"].options)
    panel.controls["notebook"].value = COVERAGE
    assert "# Độ phủ hợp tác" in words(panel)


def test_fields_that_the_notebook_does_not_take_are_disabled(panel: Panel) -> None:
    assert [name for name, each in panel.controls.items() if each.disabled] == ["province"]
    panel.controls["notebook"].value = PROFILE
    assert [name for name, each in panel.controls.items() if each.disabled] == ["scheme"]


def test_a_wrong_value_is_told_as_text_and_can_be_put_right(panel: Panel) -> None:
    panel.controls["notebook"].value = PROFILE
    panel.controls["province"].value = "<script>Hai Fong"
    assert kinds(panel.output.outputs) == ["text"]
    assert set(panel.output.outputs[0]["data"]) == {"text/plain"}
    assert "province: got '<script>Hai Fong'" in words(panel)
    panel.controls["province"].value = "Nghệ An"
    assert kinds(panel.output.outputs)[-1] == "svg"


def test_the_committed_start_page_holds_no_widget() -> None:
    node = nbformat.read(NOTEBOOKS[0], as_version=4)
    assert "widgets" not in node.metadata
    assert "widget-view" not in nbformat.writes(node)
