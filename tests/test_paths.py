"""Where the data are found: by environment variable, from a subfolder, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis import paths
from analysis.errors import SourceError
from analysis.paths import DataFolder, data_folder, project_root


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, while this package's own source lies in none."""
    root = tmp_path / "checkout"
    (root / "data" / "raw" / "reference").mkdir(parents=True)
    (root / "notebooks" / "drafts").mkdir(parents=True)
    monkeypatch.delenv("PARKSPREAD_HOME", raising=False)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "site" / "lib" / "analysis" / "paths.py"))
    return root


@pytest.mark.parametrize("place", [".", "notebooks", "notebooks/drafts", "data/raw"])
def test_project_is_found_from_its_folders(
    checkout: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout / place)
    assert project_root() == checkout
    assert data_folder() == DataFolder(checkout / "data")


def test_environment_variable_goes_before_the_working_folder(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    (other / "data" / "raw" / "reference").mkdir(parents=True)
    monkeypatch.chdir(checkout)
    monkeypatch.setenv("PARKSPREAD_HOME", str(other))
    assert project_root() == other


def test_a_wrong_environment_variable_is_named(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout)
    monkeypatch.setenv("PARKSPREAD_HOME", str(tmp_path / "gone"))
    with pytest.raises(SourceError, match=r"gone: no folder with data/raw/reference.*PARKSPREAD"):
        project_root()


@pytest.mark.usefixtures("checkout")
def test_outside_a_project_the_remedy_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError, match=r"Start inside a checkout.* or set PARKSPREAD_HOME"):
        project_root()


def test_the_package_of_a_checkout_finds_its_own_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARKSPREAD_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert project_root() == Path(__file__).parents[1]


def test_a_folder_given_is_taken_or_refused(tmp_path: Path) -> None:
    folder = data_folder(str(tmp_path))
    assert folder.raw == tmp_path / "raw"
    assert folder.reference == tmp_path / "raw" / "reference"
    assert folder.processed == tmp_path / "processed"
    with pytest.raises(SourceError, match=r"missing: no such data folder. Give a folder"):
        data_folder(tmp_path / "missing")
