"""Every path of the project; nothing else spells a folder's name."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import SourceError


@dataclass(frozen=True)
class DataFolder:
    """The folder that holds raw, reference and processed tables.

    Parameters
    ----------
    root : pathlib.Path
        The ``data`` folder.
    """

    root: Path

    @property
    def raw(self) -> Path:
        """Tables built from articles; never edited by hand, but for the corrections."""
        return self.root / "raw"

    @property
    def reference(self) -> Path:
        """Facts about units, regions and organisations, with their sources."""
        return self.root / "raw" / "reference"

    @property
    def processed(self) -> Path:
        """What the notebooks read; rebuilt by ``parkspread build``."""
        return self.root / "processed"


def project_root() -> Path:
    """Return the folder that holds ``data`` and ``notebooks``.

    Looks at ``PARKSPREAD_HOME``, then from the working folder upwards, then beside the
    installed source: nbval starts kernels in the notebook's folder, papermill in the caller's.

    Raises
    ------
    SourceError
        If none of these holds a ``data/raw`` folder.
    """
    home = os.environ.get("PARKSPREAD_HOME")
    here = Path.cwd()
    source = Path(__file__).resolve().parents[2]
    candidates = [Path(home)] if home else [here, *here.parents, source]
    for candidate in candidates:
        if (candidate / "data" / "raw" / "reference").is_dir():
            return candidate
    raise SourceError(
        home or here,
        "no folder with data/raw/reference here or above",
        "Start inside a checkout of parkspread, or set PARKSPREAD_HOME to one.",
    )


def data_folder(data_dir: str | Path | None = None) -> DataFolder:
    """Return the data folder: the one given, or the project's own if none or empty.

    Raises
    ------
    SourceError
        If the folder given does not exist.
    """
    if not data_dir:
        return DataFolder(project_root() / "data")
    root = Path(data_dir)
    if not root.is_dir():
        raise SourceError(root, "no such data folder", "Give a folder that holds raw/ tables.")
    return DataFolder(root)
