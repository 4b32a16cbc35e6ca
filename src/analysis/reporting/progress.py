"""Progress of a batch: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

from analysis.reporting.batch import Ended


@contextmanager
def progress(total: int) -> Iterator[Callable[[Ended], object]]:
    """Yield a function to call with each report that has ended."""
    if not sys.stderr.isatty():
        ended = iter(range(1, total + 1))
        yield lambda each: print(f"[{next(ended)}/{total}] {each.name} {each.state}", flush=True)
        return
    failed = 0
    with tqdm(total=total, unit="report") as bar:

        def tell(each: Ended) -> None:
            nonlocal failed
            failed += bool(each.error)
            bar.set_postfix_str(f"{failed} failed, {each.name}")
            bar.update()

        yield tell
