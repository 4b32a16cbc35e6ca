"""Progress of a corpus: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from tqdm import tqdm

from analysis.corpus.parts import Outcome
from analysis.corpus.source import Part

PAUSE = 5.0  # seconds between plain lines


@contextmanager
def progress(size: int) -> Iterator[Callable[[Part, Outcome, bool], None]]:
    """Yield a function to call with each part, what came of it, and whether it was there before.

    Parameters
    ----------
    size : int
        Bytes of the corpus.
    """
    start = said = monotonic()
    documents = read = 0
    with tqdm(
        total=size, unit="B", unit_scale=True, disable=not sys.stderr.isatty(), miniters=1
    ) as bar:

        def done(part: Part, outcome: Outcome, before: bool) -> None:
            nonlocal said, documents, read
            now = monotonic()
            read += part.size
            documents += 0 if before else outcome.documents
            rate = f"{documents:,} documents, {documents / max(now - start, 1e-9):,.0f}/s"
            bar.set_postfix_str(rate, refresh=False)
            bar.update(part.size)
            if bar.disable and (now - said >= PAUSE or read >= size):
                said = now
                print(f"{read / max(size, 1):4.0%} {rate}", file=sys.stderr, flush=True)

        yield done
