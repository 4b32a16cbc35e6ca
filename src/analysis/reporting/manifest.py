"""The manifest: which reports a folder holds, with the hash of every file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import analysis
from analysis.errors import SourceError

MANIFEST = "manifest.json"


def read_manifest(out: Path) -> list[dict[str, Any]]:
    """Return the reports that a folder's manifest lists; none if it has no manifest.

    Raises
    ------
    SourceError
        If the manifest is damaged.
    """
    path = out / MANIFEST
    try:
        reports: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["reports"]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError) as error:
        raise SourceError(path, f"damaged ({error})", "Remove it and run all reports.") from error
    return reports


def read_derivations(out: Path) -> dict[str, Any]:
    """Return the derivation pages that a folder's manifest lists, by name; none without one."""
    try:
        content = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return dict(content.get("derivations", {}))


def manifest_bytes(
    entries: Sequence[Mapping[str, Any]], derivations: Mapping[str, Any], index: bytes
) -> bytes:
    """Return the manifest of reports, derivation pages and the index page."""
    content = {
        "version": analysis.__version__,
        "reports": entries,
        "derivations": dict(sorted(derivations.items())),
        "index": {"index.html": hashlib.sha256(index).hexdigest()},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
