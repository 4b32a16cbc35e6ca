"""Rules over coded sentences: every name is one character, so that a rule is one expression."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from analysis.extraction.lexicon import Words, any_of, filled, lexicon, named
from analysis.extraction.lookalikes import Mention
from analysis.extraction.needs import Applicable, Need, Needs, rarity
from analysis.extraction.quantities import number_pattern, number_start
from analysis.extraction.view import View

RULES = ("park_totals", "park_locations", "partnerships", "context", "statements")
BLANK = ' ,.;:"\n'
LONGEST = 5_000  # characters of a sentence
OF_STARTS = {"opening", "acting", "carrying"}  # relations whose rules match a sentence's start only
CODES = {
    "province": "\ue000",
    "programme": "\ue001",
    "developer": "\ue002",
    "park": "\ue003",
    "town": "\ue004",
}
STOP = re.compile(r"[\n.!?…]")
BREAK = re.compile(f"[,;{''.join(CODES.values())}]")
SENTENCE_END = re.compile(
    r"\n+|(?<!\b[^\W\d])(?<!\btp)(?<!\bths)(?<!\bts)(?<!\bmr)(?<!\bms)(?<!\bmrs)"
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


@dataclass(frozen=True)
class Rule:
    """One named rule; ``spec`` holds what else the data say of it.

    ``before`` is what must stand directly before a match and belongs to it; ``needs`` are strings
    of which a sentence must hold one of each set, the rarest set first; ``groups`` are those that
    the pattern names.
    """

    name: str
    pattern: re.Pattern[str]
    before: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    needs: Sequence[Need]
    spec: Mapping[str, str]
    groups: frozenset[str]

    def start(self, match: re.Match[str]) -> int:
        """Return where a match with what stands before it starts; -1 if the rule does not apply."""
        coded, start = match.string, match.start()
        if self.before:
            lead = self.before.search(coded, max(0, start - 80), start)
            if lead is None:
                return -1
            start = lead.start()
        if self.unless and self.unless.search(coded, max(0, start - 80), start):
            return -1
        return start


class Hit(NamedTuple):
    """A rule that matched a sentence."""

    rule: Rule
    sentence: Sentence
    match: re.Match[str]
    start: int

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Return the span of a group in the view, without blanks and stops around it."""
        start, end = self.match.span(group)
        start = start if group else self.start
        words = self.sentence.coded[start:end]
        start += len(words) - len(words.lstrip(BLANK))
        end -= len(words) - len(words.rstrip(BLANK))
        return self.sentence.places[start], self.sentence.places[end]

    def mentions(self, group: int | str = 0, kinds: Sequence[str] = tuple(CODES)) -> list[Mention]:
        """Return the names within a group; none if it did not match."""
        if isinstance(group, str) and not self.has(group):
            return []
        start, end = self.match.span(group)
        return [
            mention
            for place, mention in self.sentence.mentions.items()
            if start <= place < end and mention.name.kind in kinds
        ]

    def has(self, group: str) -> bool:
        """Whether the pattern has the group and it matched."""
        return group in self.rule.groups and self.match[group] is not None

    @property
    def clause(self) -> str:
        """The coded sentence from the last semicolon before the match up to its end."""
        return self.sentence.coded[: self.match.end()].rpartition(";")[2]

    @property
    def aftermath(self) -> str:
        """The coded sentence from the match's end up to the next break or name."""
        return BREAK.split(self.sentence.coded[self.match.end() :], maxsplit=1)[0]


@dataclass(frozen=True)
class Grammar:
    """The compiled rules by relation, and the words they are made of."""

    words: Mapping[str, Any]
    rules: Mapping[str, Sequence[Rule]]
    cues: Mapping[str, Words]
    concept: re.Pattern[str]
    concept_of: Mapping[str, str]
    signing: re.Pattern[str]

    def signs(self, folded: str) -> bool:
        """Whether a text in lower case says that something is signed."""
        return self.signing.search(folded) is not None

    @cached_property
    def _tried(self) -> tuple[Sequence[Rule], Applicable]:
        """The rules that are tried on sentences, and which of them are worth it."""
        relations = self.rules.keys() - OF_STARTS
        rules = [rule for relation in sorted(relations) for rule in self.rules[relation]]
        return rules, Applicable([rule.needs for rule in rules])

    def applicable(self, sentences: Iterable[Sentence]) -> dict[str, list[Sentence]]:
        """Return the sentences that each rule, by name, is worth trying on.

        A sentence too long to be one, a list of names without end for example, is left out.
        """
        rules, worth_trying = self._tried
        found: dict[str, list[Sentence]] = {}
        for sentence in sentences:
            if len(sentence.coded) <= LONGEST:
                for number in worth_trying.to(sentence.coded):
                    found.setdefault(rules[number].name, []).append(sentence)
        return found

    def hits(self, rule: Rule, sentences: Iterable[Sentence]) -> Iterator[Hit]:
        """Yield where a rule applies to sentences."""
        search = rule.pattern.search  # most find nothing, and an iterator would cost more than that
        for sentence in sentences:
            match = search(sentence.coded)
            while match:
                start = rule.start(match)
                if start >= 0:
                    yield Hit(rule, sentence, match, start)
                match = search(sentence.coded, match.end())

    def intent(self, text: str) -> str:
        """Return whether parks are planned or operating, by the last and longest word for it."""
        said = [(end, end - start, kind) for start, end, kind in self.cues["status"].spans(text)]
        return max(said)[2] if said else ""

    def domain(self, text: str) -> str:
        """Return the first domain of the lexicon that a text speaks of; empty if none."""
        named = self.cues["domains"].kinds(text)
        return next((domain for domain in self.words["domains"] if domain in named), "")

    def concepts(self, text: str) -> list[str]:
        """Return the lexicon's concepts that a text names, in its order."""
        return [self.concept_of[match[0]] for match in self.concept.finditer(text)]


def load_grammar() -> Grammar:
    """Compile the rules of this package, a file for each relation."""
    words = lexicon()
    rules = {key: specs for name in RULES for key, specs in lexicon(f"rules/{name}").items()}
    pieces = {**lexicon("rules/macros")["macros"], **CODES}
    pieces |= {"number": number_pattern(words), "number_start": number_start(words)}
    pieces["carrier"] = any_of(words["signing"]["carriers"])
    pieces["qualifier"] = any_of(word for each in words["qualifiers"].values() for word in each)

    def compiled(pattern: str) -> re.Pattern[str]:
        while named(pattern):
            pattern = filled(pattern, pieces)
        return re.compile(pattern)

    names, needs = frozenset(CODES.values()), Needs(pieces)

    def ruled(spec: Mapping[str, str]) -> Rule:
        unless = compiled(rf"(?<!\w)(?:{spec['unless']})$") if "unless" in spec else None
        before = compiled(f"(?:{spec['before']})$") if "before" in spec else None
        pattern = compiled(spec["pattern"])
        needed = {*needs.of(spec["pattern"]), *needs.of(spec.get("before", ""))}
        rarest = sorted(needed, key=lambda need: (rarity(need), sorted(need)), reverse=True)
        useful = [need for need in rarest if names.issuperset(need) or min(map(letters, need)) > 1]
        return Rule(
            spec["name"],
            pattern,
            before,
            unless,
            useful or rarest[:1],
            spec,
            frozenset(pattern.groupindex),
        )

    def letters(string: str) -> int:
        return len(string.strip(BLANK)) + (not names.isdisjoint(string))

    def bounded(spellings: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(spellings)}(?!\w)")

    concept_of = {word: concept for concept, each in words["concepts"].items() for word in each}
    return Grammar(
        words,
        {relation: [ruled(spec) for spec in specs] for relation, specs in rules.items()},
        {table: Words(words[table]) for table in ("status", "signing", "domains")},
        bounded(concept_of),
        concept_of,
        compiled("{signed}"),
    )


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
