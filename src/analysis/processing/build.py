"""``parkspread build``: raw facts, corrections and reference tables to ``data/processed``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.admin import VINTAGES, schemes_of
from analysis.errors import Fault, FaultsFound, SourceError
from analysis.paths import DataFolder
from analysis.processing.checks import check_facts, check_raw
from analysis.processing.claims import claim_table
from analysis.processing.corrections import apply_corrections
from analysis.processing.headline import headline
from analysis.processing.programme import Programme, programmes
from analysis.processing.regions import region_coverage, region_spread
from analysis.processing.units import unit_table
from analysis.storage import file_hash, in_turn, sha256, sweep, write_files
from analysis.tables.descriptor import descriptor
from analysis.tables.files import read_tables, table_bytes
from analysis.tables.registry import layer, table
from analysis.tables.schemas import check_references

Tables = dict[str, pd.DataFrame]


def build(folder: DataFolder) -> list[Path]:
    """Rebuild the processed tables and ``datapackage.json``.

    Parameters
    ----------
    folder : DataFolder
        The data folder.

    Returns
    -------
    list of pathlib.Path
        Files that changed.

    Raises
    ------
    FaultsFound
        With every fault of raw tables, corrections and facts; nothing is written then.
    SourceError
        If a raw table is changed meanwhile, or a file cannot be written.
    """
    with in_turn(folder.root):
        sweep([*folder.root.glob(".*"), *folder.processed.glob(".*")])
        return write_files(built(folder))


def built(folder: DataFolder) -> dict[Path, bytes]:
    """Return what :func:`build` writes.

    Raises
    ------
    FaultsFound
        With every fault of raw tables, corrections and facts.
    SourceError
        If a raw table is changed meanwhile: its hash would not be that of what was read.
    """
    facts = [*layer("raw"), *layer("reference")]
    before = {each.name: file_hash(folder.root / each.file) for each in facts}
    tables = read_facts(folder.root)
    processed = process(tables)
    contents = {name: table_bytes(frame, name) for name, frame in processed.items()}
    files = {folder.root / table(name).file: data for name, data in contents.items()}
    for each in facts:
        path = folder.root / each.file
        contents[each.name] = path.read_bytes()
        if sha256(contents[each.name]) != before[each.name]:
            raise SourceError(path, "changed while it was read", "Run the command again.")
    files[folder.root / "datapackage.json"] = descriptor(contents, tables["reference_sources"])
    return files


def read_facts(root: Path) -> Tables:
    """Return raw tables with corrections applied, and the reference tables.

    Raises
    ------
    FaultsFound
        With every fault of the files; with every other fault if the files as such are sound.
    """
    names = [each.name for each in (*layer("raw"), *layer("reference"))]
    return correct(read_tables(root, names))


def correct(raw: Tables) -> Tables:
    """Return raw and reference tables with the corrections applied.

    Raises
    ------
    FaultsFound
        With every fault of raw tables, corrections and facts.
    """
    tables = dict(raw)
    faults: list[Fault] = check_raw(tables)
    for name in raw:
        faults += check_references(tables, table(name))
    corrected, found = apply_corrections(tables, tables["corrections"])
    tables |= corrected
    faults += found + check_facts(tables)
    if faults:
        raise FaultsFound(faults)
    return tables


def process(tables: Mapping[str, pd.DataFrame]) -> Tables:
    """Return the processed tables.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        What :func:`read_facts` returns.

    Raises
    ------
    FaultsFound
        If no programme has a stated total.
    """
    found = programmes(tables)
    if not found:
        message = "no programme has a stated total; extract an article that states one"
        raise FaultsFound([Fault(table("park_totals").file, 0, "", "no-programme", message)])
    parts = [_process_one(each, vintage, tables) for each in found for vintage in VINTAGES]
    names = ("units", "region_spread", "region_coverage", "headline")
    tables_of = {
        name: pd.concat([part[name] for part in parts], ignore_index=True) for name in names
    }
    tables_of["claims"] = claim_table(tables)
    return {name: frame[table(name).columns] for name, frame in tables_of.items()}


def _process_one(
    programme: Programme, vintage: int, tables: Mapping[str, pd.DataFrame]
) -> Tables:  # fmt: skip
    units = unit_table(programme, vintage, tables)
    schemes = schemes_of(tables, vintage)
    spread = pd.concat([region_spread(units, programme, scheme) for scheme in schemes])
    coverage = pd.concat([region_coverage(units, scheme) for scheme in schemes])
    return {
        "units": units,
        "region_spread": spread,
        "region_coverage": coverage,
        "headline": headline(programme, units, spread),
    }
