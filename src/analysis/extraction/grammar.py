"""Rules over coded sentences: every name is one character, so that a rule is one expression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from analysis.extraction.lexicon import Expressions, Words, any_of, expanded, lexicon
from analysis.extraction.lookalikes import Mention
from analysis.extraction.needs import Applicable, Need, Needs, rarity
from analysis.extraction.quantities import number_pattern, number_start
from analysis.extraction.sentences import CODES, Sentence

RULES = ("park_totals", "park_locations", "partnerships", "context", "statements")
AROUND = ("status", "subjects", "parties")
BLANK = ' ,.;:"\n'
LONGEST = 5_000  # characters of a sentence
# Relations whose rules match a sentence's start only.
OF_STARTS = {"opening", "acting", "carrying", "listing"}
# What belongs to a name before it: a park or a place, or whose it is.
ATTACHED = re.compile(
    f"^ (?:[{CODES['park']}{CODES['province']}{CODES['town']}]"
    f"|(?:của|thuộc) [^;,.{''.join(CODES.values())}]{{0,40}}[{CODES['developer']}])"
)
BREAK = re.compile(f"[,;{''.join(CODES.values())}]")


@dataclass(frozen=True)
class Rule:
    """One named rule; ``spec`` holds what the data say of it.

    ``needs`` are strings of which a sentence must hold one of each set, the rarest set first;
    ``pieces`` what its expressions name in braces. Those are compiled when they are first tried,
    as an article needs few of them.
    """

    name: str
    needs: Sequence[Need]
    spec: Mapping[str, str]
    pieces: Mapping[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What a sentence must hold."""
        return re.compile(expanded(self.spec["pattern"], self.pieces))

    @cached_property
    def groups(self) -> frozenset[str]:
        """The groups that the pattern names."""
        return frozenset(self.pattern.groupindex)

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        """What must stand directly before a match and belongs to it."""
        lead = self.spec.get("before")
        return re.compile(expanded(f"(?:{lead})$", self.pieces)) if lead else None

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        """What must not stand directly before."""
        lead = self.spec.get("unless")
        return re.compile(expanded(rf"(?<!\w)(?:{lead})$", self.pieces)) if lead else None

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
        """The coded sentence from the match's end up to the next break or name.

        A park or place that follows goes with the name before it: the VSIP Hậu Giang park.
        """
        rest = ATTACHED.sub("", self.sentence.coded[self.match.end() :], count=1)
        return BREAK.split(rest, maxsplit=1)[0]


@dataclass(frozen=True)
class Grammar:
    """The rules by relation, the words they are made of, and what words around a match say."""

    words: Mapping[str, Any]
    rules: Mapping[str, Sequence[Rule]]
    cues: Mapping[str, Words]
    says: Expressions
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
    """Return the rules of this package and the expressions on what stands around a match."""
    words = lexicon()
    rules = {key: specs for name in RULES for key, specs in lexicon(f"rules/{name}").items()}
    around = {name: each for file in AROUND for name, each in lexicon(f"rules/{file}").items()}
    pieces = {**lexicon("rules/macros")["macros"], **CODES}
    pieces |= {"number": number_pattern(words), "number_start": number_start(words)}
    pieces["carrier"] = any_of(words["signing"]["carriers"])
    pieces["qualifier"] = any_of(word for each in words["qualifiers"].values() for word in each)

    names, needs = frozenset(CODES.values()), Needs(pieces)

    def ruled(spec: Mapping[str, str]) -> Rule:
        needed = {*needs.of(spec["pattern"]), *needs.of(spec.get("before", ""))}
        rarest = sorted(needed, key=lambda need: (rarity(need), sorted(need)), reverse=True)
        useful = [need for need in rarest if names.issuperset(need) or min(map(letters, need)) > 1]
        return Rule(spec["name"], useful or rarest[:1], spec, pieces)

    def letters(string: str) -> int:
        return len(string.strip(BLANK)) + (not names.isdisjoint(string))

    def bounded(spellings: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(spellings)}(?!\w)")

    concept_of = {word: concept for concept, each in words["concepts"].items() for word in each}
    return Grammar(
        words,
        {relation: [ruled(spec) for spec in specs] for relation, specs in rules.items()},
        {table: Words(words[table]) for table in ("status", "signing", "domains")},
        Expressions(around, pieces),
        bounded(concept_of),
        concept_of,
        re.compile(expanded("{signed}", pieces)),
    )
