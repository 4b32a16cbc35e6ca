"""What the words around a park say of its status; they stand in ``rules/status.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from analysis.extraction.grammar import Hit
from analysis.extraction.reading import Reading
from analysis.extraction.sentences import NAMED, Sentence

# Nothing is said of the status now: a rule's default, something is in the park, it once began, it
# is called a project.
SILENT = {"unspecified", "presumed", "used", "begun", "project"}
# What these come to where the article says nothing else.
SETTLED = {"presumed": "operating", "used": "operating", "begun": "planned", "project": "planned"}


def given_up(reading: Reading, hit: Hit, lead: str) -> bool:
    """Whether the park was refused, or struck off a plan: it is none."""
    says = reading.grammar.says
    struck_off = says["struck_off"].match(hit.sentence.coded, hit.match.end())
    return bool(struck_off or says["refused"].search(lead))


def status_of(reading: Reading, hit: Hit, lead: str) -> str:
    """Return the status of a park that a match and the words around it say or show.

    It is ``planned`` or ``operating`` where one of these is said or a rule states it, else one of
    ``SILENT``. ``lead`` is what stands before the park.
    """
    spec, says = hit.rule.spec, reading.grammar.says
    if "status" in spec:
        return spec["status"]
    if says["road_to_it"].search(lead):
        return "presumed"
    wider = says["compared"].split(says["now"].split(lead.rpartition(";")[2])[-1])[-1]
    own = says["new_clause"].split(wider)[-1]
    after = hit.aftermath
    if says["anniversary"].search(own) or says["in_use"].match(after):
        return "operating"
    inside = reading.inside(lead) or says["outside"].search(lead) is not None
    licensed = not inside and says["just_licensed"].match(after)
    if licensed or says["land_for_it"].search(own):
        return "planned"
    rest = NAMED.split(hit.sentence.coded[hit.match.end() :], maxsplit=1)[0]
    there = says["there_already"].match(after) or says["speech"].match(after)
    after = "" if there else says["deals"].sub("", after)
    if inside and reading.grammar.intent(after) == "operating":
        return "operating"
    told = [] if inside else [f"{own} {hit.match[0]}", after, f"{wider} {hit.match[0]}"]
    clause = f"{own} {hit.match[0]}{after}"
    telling = _telling(reading, told)
    if not telling:
        clause = telling = _telling(reading, _told_elsewhere(reading, hit, rest))
    said = reading.grammar.intent(telling)
    if said == "planned" and says["by_now"].match(rest):
        return "operating"
    if said == "planned":
        return _planned_or_past(reading, own, clause)
    if not (said or inside):
        said = _told_around(reading, hit, own, rest)
    used = inside and reading.grammar.intent(own) != "planned"
    return said or spec.get("otherwise", "used" if used else "presumed")


def said_near(reading: Reading, hit: Hit, owner: str, status: str) -> str:
    """Return the status of the only park that can be meant: the sentences around tell of it too.

    Those that name another organisation may tell of others.
    """
    index, deals = hit.sentence.index, reading.grammar.says["deals"]
    around = reading.sentences[max(0, index - 1) : index + 2]

    def named(sentence: Sentence) -> set[str]:
        return {mention.name.value for mention in reading.organisations(sentence)}

    near = [hit.sentence, *(each for each in around if named(each) <= {owner})]
    said = filter(None, (reading.grammar.intent(deals.sub("", each.coded)) for each in near))
    return next(said, status) if status in SILENT else status


def _told_elsewhere(reading: Reading, hit: Hit, rest: str) -> Iterator[str]:
    """Yield what is told of the park some clauses on, in the headline or the sentence before."""
    says = reading.grammar.says
    if done := says["done_to_it"].match(rest):
        yield done[1]
    headline = reading.headline
    if hit.has("project") and (NAMED.search(headline) or says["project_named"].search(headline)):
        yield headline
    if says["lists_those_before"].match(hit.sentence.coded):
        yield reading.sentences[max(0, hit.sentence.index - 1)].coded


def _planned_or_past(reading: Reading, own: str, clause: str) -> str:
    """Return the status of a park said to be planned; what was so once says nothing of now."""
    says, intent = reading.grammar.says, reading.grammar.intent
    if says["ago"].search(own):
        return "presumed"
    clause = _without_since(reading, clause)
    dated = intent(says["begun_on_a_date"].sub("", clause)) != intent(clause)
    return "begun" if dated else "planned"


def _told_around(reading: Reading, hit: Hit, own: str, rest: str) -> str:
    """Return the status of a park of which its own clause has no word for it.

    It is told by what land or money is for, by the sentences before a project's, by the rest of
    the sentence up to the next name, by the sentences after, or by its being called a project.
    """
    index, sentences, says = hit.sentence.index, reading.sentences, reading.grammar.says
    clause, aftermath = own + hit.match[0], hit.aftermath
    if says["made_for_it"].search(own) or says["paid_for"].search(clause + aftermath):
        return "planned"
    if hit.rule.spec.get("org") == "of the project":
        reach = 1 if "otherwise" in hit.rule.spec else 3  # "these parks" are those just named
        before = (each.coded for each in reversed(sentences[max(0, index - reach) : index]))
        if said := next(filter(None, map(reading.grammar.intent, before)), ""):
            return said
    following = (each.coded for each in sentences[index + 1 : index + 3])
    after = [*takewhile(lambda coded: not says["of_another"].search(coded), following)]
    if any(map(says["works_go_on"].search, after)) or says["land_clearance"].search(rest):
        return "planned"
    if after and (says["it_will_be"].match(after[0]) or says["work_is_prepared"].search(after[0])):
        return "planned"
    if any(map(says["work_was_begun"].match, after)):
        return "begun"
    called = says["called_project"].search(clause) or says["project_follows"].match(aftermath)
    project = hit.has("project") and hit.match["project"] == "dự án"
    return "project" if called or project else ""


def _telling(reading: Reading, texts: Iterable[str]) -> str:
    """Return the first text that tells of a status, whatever was done since when."""
    told = (_without_since(reading, text) for text in texts)
    return next(filter(reading.grammar.intent, told), "")


def _without_since(reading: Reading, text: str) -> str:
    return reading.grammar.says["since"].sub(r"\1", text)
