"""``make fuzz``: made-up inputs for everything that reads; only documented errors may come out.

Each case is a piece of sound input with a few random changes, so that it comes past the first
check. Seeded, so that a case that fails can be made again.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from analysis.corpus.documents import Columns, Document, _object
from analysis.errors import ParkspreadError
from analysis.extraction import extract, load_gazetteer, load_grammar, make_article
from analysis.reporting.parameters import ALLOWED, checked
from analysis.reporting.plan import read_plan
from analysis.tables.cells import parse_cell
from analysis.tables.files import _parsed
from analysis.tables.registry import tables

ROOT = Path(__file__).parents[1]
SENTENCES = (
    "Đến nay đã có 11 khu công nghiệp VSIP tại các tỉnh như: Hải Phòng, Bắc Ninh. ",
    "Becamex IDC ký kết với 9 tỉnh: Tây Ninh, Bình Thuận và Thanh Hóa. ",
    "VSIP signed agreements with the provinces of Nghệ An and Hà Tĩnh on 5 May 2024.\n",
)
SPECIAL = ("\x00", "\ufeff", "\u200b", "\r", "\n", '"', "'", ",", ";", "=1+1", "{", "}", "[", ":",
           "&a", "*a", "!!python/object:os.system", "\ud7ff", "\U0010ffff", "-", "9" * 30, "..",
           "../../x", "<script>", "%s", "\\", "\t", "và ", "tỉnh ", "VSIP ", "é", "é")  # fmt: skip

Target = Callable[[bytes], object]


def changed(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with a few random changes."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 2, 8, 40)))
        piece = chance.choice((
            b"", bytes([chance.randrange(256)]), chance.choice(SPECIAL).encode("utf-8"),
            data[start:end] * chance.choice((2, 3, 20)),
            data[(other := chance.randrange(len(data) + 1)) : other + 30],
        ))  # fmt: skip
        data = data[:start] + piece + data[end:]
    return data


def articles() -> tuple[list[bytes], Target]:
    """Return sound articles and what reads one."""
    gazetteer, grammar = load_gazetteer(ROOT / "data" / "raw" / "reference"), load_grammar()
    sound = [each.encode() for each in (*SENTENCES, "".join(SENTENCES))]
    sound += [SENTENCES[0].encode("utf-16"), SENTENCES[2].encode("utf-16-le")]
    return sound, lambda data: extract(make_article("made up", data), gazetteer, grammar)


def lines() -> tuple[list[bytes], Target]:
    """Return sound lines of a corpus and what reads one."""
    columns = Columns()
    sound = [
        json.dumps(
            {"id": f"n{n}", "text": text, "language": "vi"}, ensure_ascii=bool(n % 2)
        ).encode()
        for n, text in enumerate(SENTENCES)
    ]

    def read(data: bytes) -> object:
        found = _object(data, "news.jsonl", 1, columns)
        assert isinstance(found, Document)
        assert not (found.fault and found.data), found
        return found

    return sound, read


def csv_tables() -> tuple[list[bytes], Target]:
    """Return sound tables, cut short, and what reads one."""
    found = {
        name: b"".join((ROOT / "data" / table.file).read_bytes().splitlines(True)[:4])
        for name, table in tables().items()
    }
    named = {data.partition(b"\n")[0][:12]: name for name, data in found.items()}

    def read(data: bytes) -> object:
        return _parsed(data, named.get(data.partition(b"\n")[0][:12], "evidence"))

    return list(found.values()), read


def cells() -> tuple[list[bytes], Target]:
    """Return sound cells and what reads one."""
    fields = [field for table in tables().values() for field in table.fields]

    def read(data: bytes) -> object:
        text = data[1:].decode("utf-8", "replace")
        try:
            return parse_cell(text, fields[data[0] % len(fields) if data else 0])
        except ValueError:  # documented: readers make faults of it
            return None

    return [bytes([n]) + b"12.5e3" for n in range(0, 250, 5)], read


def batches(place: Path) -> tuple[list[bytes], Target]:
    """Return sound batch files and what reads one."""
    (place / "notebooks").symlink_to(ROOT / "notebooks")
    file = place / "reports.yaml"

    def read(data: bytes) -> object:
        file.write_bytes(data)
        return read_plan(file)

    return [
        b"reports:\n- notebook: 05_claims_over_time\n  name: claims-{language}\n"
        b"  parameters: {language: [en, vi]}\n  exclude: [{language: vi}]\n"
    ], read


def parameters() -> tuple[list[bytes], Target]:
    """Return sound parameters and what checks them."""
    known = list(ALLOWED)

    def read(data: bytes) -> object:
        name, _, value = data.decode("utf-8", "replace").partition("=")
        values: list[object] = [value, len(value), value == "true", None, [value], {value: 1}]
        given = values[len(data) % len(values)]
        return checked({name: given} if name in known else {}, known, [name])

    return [f"{name}=2023".encode() for name in known], read


def fuzz(name: str, sound: list[bytes], read: Target, count: int, seed: int) -> tuple[int, float]:
    """Feed a reader, and return how many cases it refused and the longest time that one took.

    Raises
    ------
    AssertionError
        With the input, if anything but a documented error comes out, or one takes too long.
    """
    chance, refused, longest = random.Random(seed), 0, 0.0
    for _ in range(count):
        data = changed(chance.choice(sound), chance)
        started = time.process_time()
        try:
            read(data)
        except ParkspreadError:
            refused += 1
        except Exception as error:
            message = f"{name}: {type(error).__name__}: {error} came of {data!r}"
            raise AssertionError(message) from error
        longest = max(longest, time.process_time() - started)
    return refused, longest


SHARES = {"articles": 0.15, "lines": 0.4, "tables": 0.002, "cells": 0.2, "batches": 0.003,
          "parameters": 0.245}  # fmt: skip


def main() -> int:
    """Fuzz everything that reads, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000, help="in total (1,000,000)")
    parser.add_argument("--seed", type=int, default=20230325)
    options = parser.parse_args()
    total = 0
    for name, (count, refused, longest) in fuzz_all(options.cases, options.seed).items():
        total += count
        print(f"{name:11} {count:9,} cases, {refused:9,} refused, longest {longest * 1000:.0f} ms")
    print(f"{total:,} cases, no undocumented error")
    return 0


def makers(place: Path) -> dict[str, Callable[[], tuple[list[bytes], Target]]]:
    """Return for everything that reads how to get sound inputs and what reads one.

    Parameters
    ----------
    place : pathlib.Path
        Empty folder for files.
    """
    return {"articles": articles, "lines": lines, "tables": csv_tables, "cells": cells,
            "batches": lambda: batches(place), "parameters": parameters}  # fmt: skip


def fuzz_all(cases: int, seed: int) -> dict[str, tuple[int, int, float]]:
    """Return for everything that reads the cases, those refused, and the longest time of one."""
    with tempfile.TemporaryDirectory() as place:
        found = {}
        for name, make in makers(Path(place)).items():
            sound, read = make()
            count = round(cases * SHARES[name])
            found[name] = (count, *fuzz(name, sound, read, count, seed))
    return found


if __name__ == "__main__":
    sys.exit(main())
