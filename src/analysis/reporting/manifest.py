"""The manifest: which reports a folder holds, what they were made of, the hash of every file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import analysis
from analysis.errors import SourceError
from analysis.storage import sha256

MANIFEST = "manifest.json"
LOCK = "requirements.lock"


def read_manifest(out: Path) -> dict[str, Any]:
    """Return a folder's manifest; empty if it has none.

    Raises
    ------
    SourceError
        If the manifest is damaged.
    """
    path = out / MANIFEST
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        _check(content)
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SourceError(path, f"damaged ({error})", "Remove it and run all reports.") from error
    return content


def manifest_bytes(
    entries: Sequence[Mapping[str, Any]],
    derivations: Mapping[str, Any],
    index: Mapping[str, bytes],
    inputs: Mapping[str, str],
) -> bytes:
    """Return the manifest.

    Parameters
    ----------
    entries : sequence of mapping
        The reports.
    derivations : mapping
        The derivation pages by name.
    index : mapping of str to bytes
        Files about all of them.
    inputs : mapping of str to str
        What :func:`inputs_of` returns.
    """
    content = {
        "version": analysis.__version__,
        "inputs": inputs,
        "reports": entries,
        "derivations": dict(sorted(derivations.items())),
        "index": {name: sha256(data) for name, data in sorted(index.items())},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def inputs_of(root: Path) -> dict[str, str]:
    """Return the hash of each table of a project's data, and of its lock."""
    files = [root / LOCK, *sorted((root / "data").rglob("*.csv"))]
    return {
        file.relative_to(root).as_posix(): sha256(file.read_bytes())
        for file in files
        if file.is_file()
    }


def _check(content: Mapping[str, Any]) -> None:
    """Raise an error of Python's if a manifest is not of the form that is written."""
    for entry in content["reports"]:
        for key in ("name", "notebook"):
            entry[key].encode("utf-8")
        entry["outputs"].items()
    content.get("index", {}).items()
