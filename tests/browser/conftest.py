"""What browser tests share: a small site, and Debian's Chromium driven by Playwright.

Without Chromium the tests are skipped; ``make browser`` installs it.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from analysis.reporting.batch import run_batch
from analysis.reporting.plan import read_plan

ROOT = Path(__file__).parents[2]
REPORTS = ("evidence-*", "spread-*", "profile-*-2025-*")
QUIET = ["--disable-gpu", "--disable-quic", "--disable-background-networking"]
SCREENS = {"phone": (360, 740), "desk": (1440, 900)}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site of a few reports, made once for all test processes."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if shared.name.startswith("popen-") else shared
    out = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run_batch(read_plan(ROOT / "reports.yaml", REPORTS), out, True)
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield a browser; one a module, since Playwright's loop would bar others from the thread."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        pytest.skip("no Chromium on PATH; `make browser` installs Debian's")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Yield a function that opens a page, and fail if one has met an error or asked outside."""
    faults: list[str] = []
    with ExitStack() as stack:

        def visit(address: str | Path, screen: str = "desk", dark: bool = False,
                  script: bool = True) -> Page:  # fmt: skip
            width, height = SCREENS[screen]
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                java_script_enabled=script,
            )
            stack.callback(context.close)
            page = context.new_page()
            address = address.as_uri() if isinstance(address, Path) else address
            inside = address.rpartition("/")[0]
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda said: faults.append(said.text)
                    if said.type in ("error", "warning") else None)  # fmt: skip
            page.on("request", lambda request: faults.append(f"asked for {request.url}")
                    if not request.url.startswith((inside, "data:")) else None)  # fmt: skip
            page.on("requestfailed", lambda request: faults.append(f"lacks {request.url}"))
            page.goto(address)
            return page

        yield visit
        found = list(faults)  # what is on its way when the pages are closed is not lacking
    assert found == []
