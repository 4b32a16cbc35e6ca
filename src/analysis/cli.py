"""The command ``parkspread``; heavy imports stand in the commands that need them."""

from __future__ import annotations

import argparse
import math
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import analysis
from analysis.errors import ArgumentError, DocumentsQuarantined, ParkspreadError
from analysis.paths import data_folder, project_root
from analysis.reporting.engine import ENGINES, forks

WORKERS = (os.cpu_count() or 1) + 1  # one waits for its kernel while the others work
SLOW = "rfc3987_syntax"  # takes nbformat a second to load, for a format of web addresses


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    0 done; 1 faults found, or some reports or documents failed; 2 wrong usage or bad input.
    """
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except ParkspreadError as error:
        print(f"parkspread: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # the reader, head for example, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print("parkspread: interrupted; what was finished is kept", file=sys.stderr)
        return 130
    return 0


def extract(options: argparse.Namespace) -> None:
    """Read articles, or a corpus, into raw tables."""
    from analysis.corpus import is_corpus

    corpus = any(map(is_corpus, options.files))
    if options.explain:
        if corpus:
            raise ArgumentError("explain", True, "articles only, no corpus")
        _explain(options.files)
        return
    if corpus:
        _extract_corpus(options)
        return
    from analysis.extraction.raw import extract_files

    out = options.out or data_folder().raw
    for path in extract_files(options.files, data_folder().reference, out):
        print(f"written {_shown(path)}")


def _explain(files: Sequence[Path]) -> None:
    from analysis.extraction.explain import PLAIN, TERMINAL, explain

    marks = TERMINAL if sys.stdout.isatty() else PLAIN
    for line in explain(files, data_folder().reference, marks):
        print(line)


def _extract_corpus(options: argparse.Namespace) -> None:
    from analysis.corpus import Columns, extract_corpus, find, progress

    if len(options.files) > 1:
        expected = "one corpus (a folder, .jsonl or .parquet), or articles only"
        raise ArgumentError("FILE", [str(path) for path in options.files], expected)
    if not options.out:
        raise ArgumentError("out", "", "a folder for the tables of the corpus: --out DIR")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    source = find(options.files[0])
    columns = Columns(options.text_column, options.id_column, options.language_column)
    workers = options.workers or len(os.sched_getaffinity(0))
    with progress(source.size) as done:
        totals = extract_corpus(source, data_folder().reference, options.out, columns, workers,
                                options.scheduler, done)  # fmt: skip
    parts = f"{totals.parts:,} part(s), {totals.resumed:,} of them finished before"
    print(f"{totals.documents:,} document(s), {totals.facts:,} fact(s), {parts}")
    if totals.quarantined:
        place = _shown(options.out / "quarantine")
        raise DocumentsQuarantined(totals.quarantined, totals.documents, place, totals.examples)


def evaluate(options: argparse.Namespace) -> None:
    """Compare what is extracted from texts with their annotations."""
    from analysis.extraction.evaluation import evaluate as compare

    for line in compare(options.texts, options.gold, data_folder().reference).lines():
        print(line)


def build(options: argparse.Namespace) -> None:
    """Rebuild the processed tables."""
    from analysis.processing.build import build as build_tables

    folder = data_folder(options.data)
    changed = build_tables(folder)
    for path in changed:
        print(f"written {_shown(path)}")
    if not changed:
        print(f"{_shown(folder.processed)} is up to date")


def report(options: argparse.Namespace) -> None:
    """Run the notebooks of a batch file."""
    from analysis.reporting.forking import close_fork_server, fork_server

    config = options.config or project_root() / "reports.yaml"
    out = options.out or config.resolve().parent / "reports"
    with ExitStack() as stack:
        stack.callback(close_fork_server)
        forked = forks(options.engine) and not (options.scheduler or options.dry_run)
        if forked and (options.force or not (out / "manifest.json").exists()):
            fork_server()  # loads while this process does
        with _absent(SLOW):
            from analysis.reporting.batch import log_to, run_batch
            from analysis.reporting.plan import read_plan
            from analysis.reporting.pool import Options
            from analysis.reporting.progress import progress
        values = {name: _value(text) for name, text in options.parameter or ()}
        planned = read_plan(config, options.names, values)
        if options.dry_run:
            for each in planned:
                given = " ".join(f"{name}={value}" for name, value in each.parameters.items())
                print(f"{each.name}: {each.notebook.name} {given}")
            return
        whole = not options.names and not values
        how = Options(options.workers, options.scheduler, options.engine, options.force,
                      options.timeout, options.retries, tuple(options.article))  # fmt: skip
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        tell = [stack.enter_context(progress(len(planned)))]
        if options.log:
            tell.append(log_to(stack.enter_context(options.log.open("a", encoding="utf-8"))))
        ended = run_batch(planned, out, whole, how, lambda each: [one(each) for one in tell])
    skipped = sum(each.state == "up to date" for each in ended)
    print(f"{len(ended) - skipped} report(s) made, {skipped} up to date: "
          f"open {_shown(out / 'index.html')}")  # fmt: skip
    if options.pdf:
        from analysis.reporting.pdf import print_pages

        for path in print_pages([out / f"{each.name}.html" for each in planned]):
            print(f"written {_shown(path)}")


def verify(options: argparse.Namespace) -> None:
    """Check everything that is on disk against everything else."""
    with _absent(SLOW):
        from analysis.verifying.verify import verify as check

    folder = data_folder(options.data)
    out = options.out or folder.root.resolve().parent / "reports"
    for line in check(folder, out, options.article or ()).lines():
        print(line)


@contextmanager
def _absent(module: str) -> Iterator[None]:
    """Let an optional module seem missing while others are imported."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[module]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="parkspread",
        description="From a Vietnamese press article on industrial parks to charts and reports "
        "of regional park spread and partnership coverage.",
    )
    parser.add_argument("--version", action="version", version=analysis.__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("extract", help="articles to raw tables")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE",
                         help="text of an article; or one corpus")  # fmt: skip
    command.add_argument("--out", type=Path, metavar="DIR", help="folder of the tables (data/raw)")
    command.add_argument("--explain", action="store_true",
                         help="show rows, passages and rules; write nothing")  # fmt: skip
    _add_corpus(command.add_argument_group(
        "corpora", "A folder of texts, or JSON Lines or Parquet (file or folder), to Parquet."
    ))  # fmt: skip
    command.set_defaults(run=extract)

    command = commands.add_parser("evaluate", help="precision, recall and F1 of the extraction")
    command.add_argument("--texts", type=Path, required=True, metavar="DIR", help="NAME.txt")
    command.add_argument("--gold", type=Path, required=True, metavar="DIR", help="NAME.json")
    command.set_defaults(run=evaluate)

    command = commands.add_parser("build", help="raw tables to processed tables")
    command.add_argument("--data", type=Path, metavar="DIR", help="data folder (data)")
    command.set_defaults(run=build)

    _add_report(commands.add_parser("report", help="run notebooks into pages and figures"))

    command = commands.add_parser("verify", help="check tables, passages, reports and numbers")
    command.add_argument("--article", type=Path, action="append", metavar="FILE",
                         help="read the passages of this article again; repeatable")  # fmt: skip
    command.add_argument("--data", type=Path, metavar="DIR", help="data folder (data)")
    command.add_argument("--out", type=Path, metavar="DIR", help="folder of the reports (reports)")
    command.set_defaults(run=verify)
    return parser


def _add_corpus(command: argparse._ArgumentGroup) -> None:
    for name in ("text", "id", "language"):
        command.add_argument(f"--{name}-column", default=name, metavar="NAME",
                             help=f"column of the {name} ({name})")  # fmt: skip
    command.add_argument("--workers", type=_count, metavar="N", help="processes (all cores)")
    command.add_argument("--scheduler", metavar="ADDRESS", help="run on this Dask cluster")


def _add_report(command: argparse.ArgumentParser) -> None:
    command.add_argument("names", nargs="*", metavar="NAME", help="reports, or patterns; all")
    command.add_argument(
        "-p", "--parameter", nargs=2, action="append", metavar=("KEY", "VALUE"),
        help="value that replaces the batch file's, e.g. -p province 'Nghệ An'",
    )  # fmt: skip
    command.add_argument("--config", type=Path, metavar="FILE", help="batch file (reports.yaml)")
    command.add_argument("--out", type=Path, metavar="DIR", help="folder of the reports (reports)")
    command.add_argument("--dry-run", action="store_true", help="print the plan, run nothing")
    command.add_argument("--force", action="store_true", help="run what is up to date too")
    command.add_argument("--workers", type=_count, default=WORKERS, metavar="N",
                         help=f"reports at the same time ({WORKERS})")  # fmt: skip
    command.add_argument("--scheduler", metavar="ADDRESS", help="run on this Dask cluster")
    command.add_argument("--engine", choices=ENGINES, default=ENGINES[0],
                         help="forked kernels (parkspread) or others (nbclient)")  # fmt: skip
    command.add_argument("--timeout", type=_seconds, metavar="SECONDS", help="for each report")
    command.add_argument("--retries", type=int, choices=range(10), default=0, metavar="N",
                         help="further tries of a report that failed (0)")  # fmt: skip
    command.add_argument("--article", type=Path, action="append", default=[], metavar="FILE",
                         help="an article at hand: show its passages")  # fmt: skip
    command.add_argument("--pdf", action="store_true", help="print them as PDF too, by Chromium")
    command.add_argument("--log", type=Path, metavar="FILE", help="JSON lines, one a report")
    command.set_defaults(run=report)


def _value(text: str) -> bool | int | str:
    """Return a parameter's value as YAML and papermill's users write it."""
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    return int(text) if text.isdecimal() and (text == "0" or text[0] != "0") else text


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(str(ArgumentError("workers", text, "1 or more")))
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError(str(ArgumentError("timeout", text, "seconds above 0")))
    return seconds


def _shown(path: Path) -> str:
    """Return a path as short as it can be said from here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
