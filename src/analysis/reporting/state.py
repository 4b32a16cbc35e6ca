"""Which reports are up to date, judged by content, never by time.

A report's notebook, library and lock are looked at before it is made, and what it read was hashed
as it read it: so what changes meanwhile is seen next time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from analysis.paths import data_folder
from analysis.reporting.plan import Planned
from analysis.storage import file_hash, sha256, write_files

STATE = ".state.json"
CODE = (".py", ".toml", ".j2", ".css", ".js")


class State:
    """What the reports of a folder were made of.

    Parameters
    ----------
    out : pathlib.Path
        Folder of the reports.
    root : pathlib.Path
        Folder of the project, for its lock.
    planned : sequence of Planned
        Reports that may be made.
    """

    def __init__(self, out: Path, root: Path, planned: Sequence[Planned]) -> None:
        self._path, self._root = out / STATE, root
        self._keys: dict[str, str] = {}
        for each in planned:
            self._key(each)
        self._tables: dict[str, Any] = {}
        self._digests: dict[tuple[str, str], str] = {}
        try:
            self._made: dict[str, Any] = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # without it, everything is made again
            self._made = {}

    def is_current(self, planned: Planned, outputs: Mapping[str, str]) -> bool:
        """Whether a report's files are those that it would be made of now.

        Parameters
        ----------
        planned : Planned
            The report.
        outputs : mapping of str to str
            Hash of each of its files, as the manifest has them.
        """
        made = self._made.get(planned.name)
        return (
            made is not None
            and bool(outputs)
            and made["key"] == self._key(planned)
            and all(file_hash(self._path.parent / name) == sha for name, sha in outputs.items())
            and all(self._digest(planned, note) == sha for note, sha in made["inputs"].items())
        )

    def record(self, planned: Planned, inputs: Mapping[str, str]) -> None:
        """Note what a report has just been made of, to be saved."""
        self._made[planned.name] = {"key": self._key(planned), "inputs": dict(inputs)}

    def forget(self, name: str) -> None:
        """Let a report be made again next time, once that is saved."""
        self._made.pop(name, None)

    def save(self) -> None:
        """Write what was noted."""
        write_files({self._path: json.dumps(self._made, ensure_ascii=False).encode("utf-8")})

    def _key(self, planned: Planned) -> str:
        """Return what tells whether all but the rows is as it was when it was first asked for."""
        if planned.name not in self._keys:
            self._keys[planned.name] = self._made_of(planned)
        return self._keys[planned.name]

    def _made_of(self, planned: Planned) -> str:
        article = planned.parameters.get("article")
        parts = [
            file_hash(planned.notebook),
            dict(planned.parameters),
            [list(each.values()) for each in planned.siblings.values()],
            self._surroundings,
            file_hash(Path(article)) if article else "",
        ]
        return sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode("utf-8"))

    @cached_property
    def _surroundings(self) -> str:
        """Hash of library code, locked versions and fonts."""
        library = Path(__file__).parents[1]
        files = [path for path in sorted(library.rglob("*")) if path.suffix in CODE]
        plots = find_spec("matplotlib")
        if plots and plots.origin:
            files += sorted(Path(plots.origin).parent.glob("mpl-data/fonts/ttf/DejaVuSans*.ttf"))
        hashes = [file_hash(path) for path in (*files, self._root / "requirements.lock")]
        return sha256("".join(hashes).encode("ascii"))

    def _digest(self, planned: Planned, note: str) -> str:
        """Return the hash of rows that a report reads, as they were when first asked for."""
        from analysis.reporting.reads import digest, read_all  # pandas: not if there is no state

        folder = str(planned.parameters.get("data_dir") or "")
        if folder not in self._tables:
            self._tables[folder] = read_all(data_folder(folder).root)
        if (folder, note) not in self._digests:  # many reports read the same rows
            self._digests[folder, note] = digest(self._tables[folder], note)
        return self._digests[folder, note]
