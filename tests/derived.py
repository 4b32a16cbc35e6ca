"""Derivation pages as tests read them."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from analysis.reporting.derivation.page import derivation_page


class Page(HTMLParser):
    """Identifiers, the values held by cells, and addresses of a page."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.cells: dict[str, str] = {}
        self.links: list[str] = []
        self.tags: list[str] = []
        self.text = content.decode("utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if "id" in found:
            self.ids.append(found["id"])
            self.cells |= {found["id"]: found["data-value"]} if "data-value" in found else {}
        if tag == "a":
            self.links.append(found["href"])


@cache
def page(vintage: int, language: str) -> Page:
    return Page(derivation_page(about(vintage=vintage, language=language))[0])


def about(**changes: Any) -> dict[str, Any]:
    return {"programme": "VSIP", "vintage": 2023, "language": "en", **changes}


def made_page(root: Path, **changes: Any) -> Page:
    return Page(derivation_page(about(data_dir=str(root), **changes))[0])
