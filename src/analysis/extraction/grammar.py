"""Rules over coded sentences: every name is one character, so that a rule is one expression."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.extraction.gazetteer import Mention
from analysis.extraction.lexicon import any_of, lexicon
from analysis.extraction.quantities import number_pattern
from analysis.extraction.view import View

BLANK = ' ,.;:"\n'
CODES = {
    "province": "\ue000",
    "programme": "\ue001",
    "developer": "\ue002",
    "park": "\ue003",
    "town": "\ue004",
}
SENTENCE_END = re.compile(
    r'\n+|(?<!\b[^\W\d])(?<!\btp)(?<!\bths)(?<!\bts)[.!?…]+["\')\]]* +(?=["(\[]*(\w))', re.I
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of the view in lower case, its names coded.

    ``places`` holds where each character stands in the view and, one further, the end;
    ``mentions`` the names by their place in ``coded``; ``index`` numbers the article's sentences.
    """

    coded: str
    places: Sequence[int]
    mentions: Mapping[int, Mention]
    index: int = 0


@dataclass(frozen=True)
class Rule:
    """One named rule; ``spec`` holds what else the data say of it."""

    name: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    spec: Mapping[str, str]


@dataclass(frozen=True)
class Hit:
    """A rule that matched a sentence."""

    rule: Rule
    sentence: Sentence
    match: re.Match[str]

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Return the span of a group in the view, without blanks and stops around it."""
        start, end = self.match.span(group)
        words = self.match[group]
        start += len(words) - len(words.lstrip(BLANK))
        end -= len(words) - len(words.rstrip(BLANK))
        return self.sentence.places[start], self.sentence.places[end]

    def mentions(self, group: int | str = 0, kinds: Sequence[str] = tuple(CODES)) -> list[Mention]:
        """Return the names within a group; none if it did not match."""
        if isinstance(group, str) and not self.has(group):
            return []
        inside = range(*self.match.span(group))
        found = ((place, name) for place, name in self.sentence.mentions.items() if place in inside)
        return [mention for _, mention in found if mention.name.kind in kinds]

    def has(self, group: str) -> bool:
        """Whether the pattern has the group and it matched."""
        return self.match.groupdict().get(group) is not None

    @property
    def clause(self) -> str:
        """The coded sentence from the last semicolon before the match up to its end."""
        return self.sentence.coded[: self.match.end()].rpartition(";")[2]

    @property
    def aftermath(self) -> str:
        """The coded sentence from the match's end up to the next break or name."""
        return re.split(rf"[,;{''.join(CODES.values())}]", self.sentence.coded[self.match.end() :])[
            0
        ]


@dataclass(frozen=True)
class Grammar:
    """The compiled rules by relation, and the words they are made of."""

    words: Mapping[str, Any]
    rules: Mapping[str, Sequence[Rule]]
    cues: Mapping[str, Mapping[str, re.Pattern[str]]]
    concept: re.Pattern[str]
    concept_of: Mapping[str, str]

    def hits(self, relation: str, sentences: Sequence[Sentence]) -> Iterator[Hit]:
        """Yield where the rules of a relation apply."""
        for rule in self.rules[relation]:
            for sentence in sentences:
                for match in rule.pattern.finditer(sentence.coded):
                    if not (rule.unless and rule.unless.search(sentence.coded, 0, match.start())):
                        yield Hit(rule, sentence, match)

    def intent(self, text: str) -> str:
        """Return whether parks are planned or operating, by the last and longest word for it."""
        said = [
            (match.end(), len(match[0]), status)
            for status, cue in self.cues["status"].items()
            for match in cue.finditer(text)
        ]
        return max(said)[2] if said else ""

    def domain(self, text: str) -> str:
        """Return the first domain of the lexicon that a text speaks of; empty if none."""
        cues = self.cues["domains"].items()
        return next((domain for domain, cue in cues if cue.search(text)), "")

    def concepts(self, text: str) -> list[str]:
        """Return the lexicon's concepts that a text names, in its order."""
        return [self.concept_of[match[0]] for match in self.concept.finditer(text)]


def load_grammar() -> Grammar:
    """Compile the rules and statements of this package."""
    words, rules = lexicon(), lexicon("rules") | lexicon("statements")
    pieces = {**rules.pop("macros"), **CODES, "number": number_pattern(words)}
    pieces["carrier"] = any_of(words["signing"]["carriers"])
    pieces["qualifier"] = any_of(word for each in words["qualifiers"].values() for word in each)

    def compiled(pattern: str) -> re.Pattern[str]:
        while re.search(r"\{[a-z_]+\}", pattern):
            pattern = re.sub(r"\{([a-z_]+)\}", lambda match: pieces[match[1]], pattern)
        return re.compile(pattern)

    def ruled(spec: Mapping[str, str]) -> Rule:
        unless = compiled(rf"(?<!\w)(?:{spec['unless']})$") if "unless" in spec else None
        return Rule(spec["name"], compiled(spec["pattern"]), unless, spec)

    def bounded(spellings: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(spellings)}(?!\w)")

    concept_of = {word: concept for concept, each in words["concepts"].items() for word in each}
    return Grammar(
        words,
        {relation: [ruled(spec) for spec in specs] for relation, specs in rules.items()},
        {
            table: {key: bounded(each) for key, each in words[table].items()}
            for table in ("status", "signing", "domains")
        },
        bounded(concept_of),
        concept_of,
    )


def sentences(view: View, mentions: Sequence[Mention]) -> list[Sentence]:
    """Split a view at line ends, and at stops before a capital or a digit outside names."""
    inside = {place for start, end, _ in mentions for place in range(start, end)}
    cuts = [0]
    for match in SENTENCE_END.finditer(view.folded):
        letter = view.text[match.start(1)] if match[1] else "\n"
        if match.start() not in inside and not letter.islower():
            cuts.append(match.end())
    result: list[Sentence] = []
    left = deque(mentions)
    for start, end in zip(cuts, [*cuts[1:], len(view.folded)], strict=True):
        coded, places, found = [], [], {}
        while left and left[0].start < end:
            mention = left.popleft()
            coded.append(view.folded[start : mention.start] + CODES[mention.name.kind])
            places += [*range(start, mention.start), mention.start]
            found[len(places) - 1] = mention
            start = mention.end
        coded.append(view.folded[start:end])
        places += range(start, end + 1)
        result.append(Sentence("".join(coded), places, found, len(result)))
    return result
