"""JupyterLab in a browser: every notebook runs from end to end, and the panel redraws its chart."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
WAIT = 60_000
RUN_ALL = """async name => {
    const commands = window.jupyterapp.commands;
    const panel = await commands.execute('docmanager:open', {path: name});
    await panel.context.ready;
    await panel.sessionContext.ready;
    await commands.execute('notebook:run-all-cells');
    return panel.content.widgets.filter(cell => cell.model.type === 'code')
        .map(cell => [cell.model.executionCount, cell.model.outputs.toJSON()]);
}"""  # ends when the last cell has ended
CLOSE = """async () => {
    const panel = window.jupyterapp.shell.currentWidget;
    await panel.sessionContext.shutdown();
    await panel.context.save();
    panel.dispose();
}"""


@pytest.fixture(scope="module")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Yield a page that shows a JupyterLab, on copies of the notebooks and its own settings."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    own = {f"JUPYTER_{name}_DIR": str(folder / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *("--ip=127.0.0.1", "--port=0", "--IdentityProvider.token="),
        *("--expose-app-in-browser", f"--notebook-dir={folder / 'notebooks'}"),
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    environment = {**os.environ, **own, "PARKSPREAD_HOME": str(ROOT)}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        address = next(line.split()[-1] for line in server.stderr if "http://127.0.0.1" in line)
        rest = Thread(target=server.stderr.read)  # a full pipe would stop the server
        rest.start()
        try:  # else the server would be waited for without end if no page opens
            page = browser.new_page(viewport={"width": 1440, "height": 1800})
            page.set_default_timeout(WAIT)
            page.goto(address)
            page.wait_for_function("window.jupyterapp")
            page.evaluate("window.jupyterapp.restored")
            yield page
            page.close()
        finally:
            server.terminate()
            rest.join()


@pytest.mark.parametrize("notebook", NOTEBOOKS[1:])
def test_run_all_works(lab: Page, notebook: str) -> None:
    cells = lab.evaluate(RUN_ALL, notebook)
    lab.evaluate(CLOSE)
    assert [count for count, _ in cells] == list(range(1, len(cells) + 1))
    outputs = [output for _, found in cells for output in found]
    assert {output["output_type"] for output in outputs} == {"display_data"}
    assert any("image/svg+xml" in output["data"] for output in outputs)


def test_the_panel_of_the_start_page_redraws_its_chart(lab: Page) -> None:
    cells = lab.evaluate(RUN_ALL, NOTEBOOKS[0])
    outputs = [output for _, found in cells for output in found]
    assert {output["output_type"] for output in outputs} == {"display_data"}
    shown = lab.locator(".jupyter-widgets.widget-output")
    picture = shown.locator("img")
    expect(shown).to_contain_text("6 of 63 provinces", timeout=WAIT)
    before = picture.get_attribute("src")
    lab.get_by_label("Vintage of provinces").select_option("2025")
    expect(shown).to_contain_text("5 of 34 provinces", timeout=WAIT)
    after = picture.get_attribute("src")
    assert (before or "").startswith("data:image/svg+xml") and before != after

    lab.get_by_label("Subject", exact=True).select_option("Province profile")
    expect(shown.locator("h1")).to_contain_text("Hải Phòng", timeout=WAIT)
    enter(lab, "Hai Fong")
    expect(shown).to_contain_text("did you mean Hải Phòng", timeout=WAIT)
    expect(picture).to_have_count(0)
    enter(lab, "Huế")
    expect(shown.locator("h1")).to_contain_text("Huế", timeout=WAIT)
    expect(picture).to_have_count(1)
    lab.get_by_label("Language", exact=True).select_option("Tiếng Việt")
    expect(shown).to_contain_text("triệu", timeout=WAIT)
    expect(lab.get_by_label("Tỉnh, thành", exact=True)).to_have_value("Huế")


def enter(lab: Page, province: str) -> None:
    field = lab.get_by_label("Province", exact=True)
    field.fill(province)
    field.press("Enter")
