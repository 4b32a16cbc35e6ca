"""One province: found by name or code, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import pandas as pd

from analysis.admin import SCHEMES, VINTAGES, in_vintage
from analysis.errors import ParameterError
from analysis.extraction.view import normalised, unaccented
from analysis.language.linked import Value
from analysis.reporting.anchors import value_of
from analysis.reporting.session import Report
from analysis.reporting.values import region_names, unit_shares

NUMBERS = (
    "area_km2",
    "area_share",
    "population_share",
    "parks_lower",
    "parks_upper",
    "distance_km",
)


@dataclass(frozen=True)
class Profile:
    """What a province's page is made of.

    Parameters
    ----------
    code : str
        Code of the unit within the report's vintage.
    context : mapping
        Numbers and names for its texts.
    locations, partnerships : pandas.DataFrame
        Facts on it, or on the provinces that it was formed of.
    """

    code: str
    context: Mapping[str, Any]
    locations: pd.DataFrame
    partnerships: pd.DataFrame

    @property
    def is_named(self) -> bool:
        """Whether any fact is about the province."""
        return bool(len(self.locations) + len(self.partnerships))


def profile(report: Report) -> Profile:
    """Return the profile of the province that the report's parameter names.

    Raises
    ------
    ParameterError
        If no unit has that name or code; close names are suggested.
    """
    vintage, asked = report.parameters["vintage"], str(report.parameters["province"])
    code = find_unit(asked, vintage, report.tables)
    units = unit_shares(report.rows("units"))
    unit = units[units["code"] == code].to_dict("records")[0]
    former = _former(code, vintage, report.tables)
    names = region_names(report.tables.rows("regions", vintage=vintage), report.language)
    values = {
        "asked": asked,
        "province": unit["name"],
        "status": report.language.text(f"charts.status.{unit['status']}"),
        "region": names[unit["region"]],
        "former": list(former["name"]),
        **_region_values(report, unit["region"]),
        **_unit_values(report, unit),
    }
    facts = {
        name: report.rows(name)[report.rows(name)["province_code"].isin(former["code"])]
        for name in ("park_locations", "partnerships")
    }
    return Profile(code, values, facts["park_locations"], facts["partnerships"])


def say_profile(report: Report, found: Profile) -> None:
    """Show the profile's texts, those that fit it."""
    values = found.context
    report.say("profile.title", **values)
    report.say("profile.finding", **values)
    same = _key(values["asked"]) in (_key(values["province"]), _key(found.code))
    if not same:
        report.say("profile.renamed", **values)
    upper = values.get("parks_upper")
    kind = "open" if upper is None else "exact" if upper == values["parks_lower"] else "interval"
    report.say(f"profile.parks_{kind}", **values)
    if values["province"] != report.context["home"]:
        report.say("profile.distance", **values)
    if len(values["former"]) > 1:
        report.say("profile.former", **values)


def find_unit(asked: str, vintage: int, tables: Mapping[str, pd.DataFrame]) -> str:
    """Return the code of a unit by name, code, or the name of a province it has taken in.

    Names are compared without case, diacritics and spacing; a code is one of the vintage.
    """
    units = tables["admin_units"]
    own, old = (units[units["vintage"] == year] for year in (vintage, VINTAGES[0]))
    successors = in_vintage(old["code"], vintage, tables)
    aliases = tables["aliases"]
    aliases = aliases[aliases["vintage"] == VINTAGES[0]]
    known = dict(zip(map(_key, aliases["alias"]), in_vintage(aliases["code"], vintage, tables),
                     strict=True))  # fmt: skip
    known |= dict(zip(map(_key, old["name"]), successors, strict=True))
    known |= dict(zip(map(_key, own["name"]), own["code"], strict=True))
    known |= {code: code for code in own["code"]}
    key = _key(asked)
    if key not in known:
        names = {_key(name): name for name in (*own["name"], *old["name"])}
        close = [names[name] for name in get_close_matches(key, names, n=3)]
        hint = f"; did you mean {' or '.join(close)}" if close else ""
        raise ParameterError(
            [f"province: got {asked!r}; give the name or code of a unit of {vintage}{hint}"]
        )
    return str(known[key])


def _region_values(report: Report, region: str) -> dict[str, Value]:
    """Return how many provinces a socio-economic region has, and how many are covered."""
    rows = report.tables.rows(
        "region_coverage",
        vintage=report.parameters["vintage"],
        programme=report.parameters["programme"],
        scheme=SCHEMES[0],
    )
    (row,) = rows[rows["region"] == region].to_dict("records")
    columns = {"region_units": "units", "region_covered_units": "covered_units"}
    return {
        name: value_of(report.page, "region_coverage", row, column)
        for name, column in columns.items()
    }


def _unit_values(report: Report, unit: Mapping[Any, Any]) -> dict[str, Value]:
    """Return the numbers of a unit's row."""
    values = {
        name: value_of(report.page, "units", unit, report.column(name))
        for name in NUMBERS
        if pd.notna(unit[name])
    }
    millions = unit["population"] / 1e6
    return values | {
        "population_millions": value_of(report.page, "units", unit, "population", millions)
    }


def _former(code: str, vintage: int, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return code and name of the provinces of 2023 that a unit consists of."""
    units = tables["admin_units"]
    old = units[units["vintage"] == VINTAGES[0]]
    inside = in_vintage(old["code"], vintage, tables) == code
    return old.loc[inside, ["code", "name"]]


def _key(name: str) -> str:
    return "".join(letter for letter in unaccented(normalised(name)).lower() if letter.isalnum())
