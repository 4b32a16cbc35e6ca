"""Sentences of a view, with every name one character."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.extraction.lookalikes import Mention
from analysis.extraction.view import View

CODES = {
    "province": "\ue000",
    "programme": "\ue001",
    "developer": "\ue002",
    "park": "\ue003",
    "town": "\ue004",
}
# A park, or whose it is: a programme's name stands for its parks.
PARK = re.compile(f"[{CODES['park']}{CODES['programme']}]")
NAMED = re.compile(f"[{CODES['park']}{CODES['programme']}{CODES['developer']}]")
STOP = re.compile(r"[\n.!?…]")
SENTENCE_END = re.compile(
    r"\n+|(?<!\b[^\W\d])(?<!\btp)(?<!\bths)(?<!\bts)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bpte)(?<!\bno)"
    r'(?<!\bdr)[.!?…]+["\')\]]* +(?=["(\[]*(\w))',
    re.I,
)
# A stop that no blank follows, as corpora have it: … ở đó.Khu này …; not TP.Huế, Mr.Mây, Ths.Gió.
GLUED = re.compile(r"(?<=[^\W\d_]{2})(?<!\b[dgmt][^\W\d_])(?<!\b[pt][gh]s)[.!?](?=[^\W\d_]{2})")


@dataclass(frozen=True)
class Sentence:
    """A sentence of the view in lower case, its names coded.

    ``start`` and ``end`` is where it stands in the view; ``mentions`` holds the names by their
    place in ``coded``; ``index`` numbers the article's sentences.
    """

    coded: str
    start: int
    end: int
    mentions: Mapping[int, Mention]
    index: int

    @cached_property
    def places(self) -> Sequence[int]:
        """Where each character stands in the view and, one further, the end."""
        places: list[int] = []
        done = self.start
        for mention in self.mentions.values():
            places += range(done, mention.start + 1)
            done = mention.end
        return [*places, *range(done, self.end + 1)]


def sentences(view: View, mentions: Sequence[Mention]) -> list[Sentence]:
    """Split a view at line ends, and at stops before a capital or a digit outside names."""
    result: list[Sentence] = []
    left = deque(mentions)
    start = 0
    for end in _cuts(view, mentions):
        coded, size, done, found = [], 0, start, {}
        while left and left[0].start < end:
            mention = left.popleft()
            size += mention.start - done
            found[size] = mention
            size += 1
            coded.append(view.folded[done : mention.start] + CODES[mention.name.kind])
            done = mention.end
        coded.append(view.folded[done:end])
        result.append(Sentence("".join(coded), start, end, found, len(result)))
        start = end
    return result


def _cuts(view: View, mentions: Sequence[Mention]) -> Iterator[int]:
    """Yield where sentences end, the last at the end of the view."""
    folded, done, following = view.folded, 0, 0
    for stop in STOP.finditer(folded):
        if stop.start() < done:
            continue
        match = SENTENCE_END.match(folded, stop.start()) or _glued(view, stop.start())
        if match is None:
            continue
        while following < len(mentions) and mentions[following].end <= stop.start():
            following += 1
        inside = following < len(mentions) and mentions[following].start <= stop.start()
        letter = view.text[match.start(1)] if match.lastindex else "\n"
        if not (inside or letter.islower()):
            yield match.end()
        done = match.end()
    yield len(folded)


def _glued(view: View, stop: int) -> re.Match[str] | None:
    """Return a stop between a small letter and a word with a capital, with no blank between."""
    match, text = GLUED.match(view.folded, stop), view.text
    glued = match and text[stop - 1].islower() and text[stop + 1].isupper()
    return match if glued else None
