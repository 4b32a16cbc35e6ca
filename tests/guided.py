"""``make fuzz-guided``: made-up inputs as in ``fuzzing``, led by which code each one reaches.

Needs atheris, which is made for Linux and some versions of Python only. Each reader has a process
of its own: libFuzzer, which atheris runs, ends the process that it is in.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("atheris is not installed, and there is none for every Python: make fuzz needs none")

with redirect_stderr(StringIO()), atheris.instrument_imports(include=["analysis", "yaml"]):
    import fuzzing
    from analysis.errors import ParkspreadError

LONGEST = 20  # seconds that one input may take
REACHED = re.compile(r"cov: (\d+)")
DONE = re.compile(r"stat::number_of_executed_units:\s+(\d+)")


def feed(name: str, seconds: int, seed: int, place: Path) -> None:
    """Feed one reader; does not return."""
    sound, read = fuzzing.makers(place)[name]()
    folder = place / "inputs"
    folder.mkdir()
    for number, data in enumerate(sound):
        (folder / str(number)).write_bytes(data)

    def one(data: bytes) -> None:
        try:
            read(data)
        except ParkspreadError:
            return

    atheris.Setup(
        [sys.argv[0], str(folder), f"-max_total_time={seconds}", f"-seed={seed}", "-max_len=4096",
         f"-timeout={LONGEST}", "-print_final_stats=1", f"-artifact_prefix={place}/"],
        one,
    )  # fmt: skip
    atheris.Fuzz()


def main() -> int:
    """Feed every reader for its share of the time, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600, help="in total (600)")
    parser.add_argument("--seed", type=int, default=20230325)
    parser.add_argument("--only", choices=fuzzing.SHARES, help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        feed(options.only, options.seconds, options.seed, options.place)
    each = -(-options.seconds // len(fuzzing.SHARES))
    bad = total = 0
    for name in fuzzing.SHARES:
        command = [sys.executable, __file__, "--only", name, f"--seconds={each}",
                   f"--seed={options.seed}"]  # fmt: skip
        with tempfile.TemporaryDirectory() as place:
            command += ["--place", place]
            done = subprocess.run(command, check=False, capture_output=True)
        said = done.stderr.decode("utf-8", "replace") + done.stdout.decode("utf-8", "replace")
        count = sum(map(int, DONE.findall(said)))
        total += count
        reached = REACHED.findall(said) or [0]
        print(f"{name:11} {count:9,} cases, {reached[0]} places of code reached at first, "
              f"{reached[-1]} in the end", flush=True)  # fmt: skip
        if done.returncode:
            bad += 1
            print(said[-3000:])
    print(f"{total:,} cases, {bad} reader(s) with an undocumented error")
    return min(bad, 1)


if __name__ == "__main__":
    sys.exit(main())
