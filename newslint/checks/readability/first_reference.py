"""readability.first-reference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from newslint.article import BlockKind
from newslint.attribution.kinds import nouns_for
from newslint.checks._people.folk import folk
from newslint.checks._people.human import is_human, is_subject
from newslint.checks._people.introduced import is_introduced
from newslint.checks._people.likeness import plain, similar_name
from newslint.checks._people.name_parts import is_part_of_name, is_told_beside
from newslint.checks._people.people import Named, is_person, people
from newslint.checks._people.referents import nobody_before, one_of_two, short_before_long
from newslint.checks._people.roles import unintroduced_roles, unnamed_bodies
from newslint.checks._people.strangers import strangers
from newslint.checks._people.taken_for_known import taken_for_known
from newslint.checks._people.unexplained import unexplained
from newslint.checks._people.unheard import is_unheard
from newslint.checks._people.unknown import is_plainly_unknown, unknown_subjects
from newslint.checks._people.unprepared import is_unprepared, opens_sentence
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own, reads_as_comment
from newslint.checks._support import word_count
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_HEADLINE = 18  # words
_FEW = 3  # paragraphs: a text with more has its headline in the first
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_GOES_ON = LazyRegex(r"\s?\u00ad|\s(?:O|D|Mc|Mac)[’'ʼ]?[A-Z]")  # "Ann O’Leary"
_HANDLE = LazyRegex(r"@\w{2,30}\W{1,3}\Z")
_LONGEST = 36  # characters of a handle and what parts it from a name
_FIRMS = frozenset({"boss", "dealer", "driver", "keeper", "leader", "owner", "trader", "winger"})
_LOW = Severity.SUGGESTION
_KNIGHTS = frozenset({"Sir", "Dame"})
_PEERS = frozenset({"Lady", "Lord"})
_SPEAKER = LazyRegex(r"[A-Z][A-Z.’' -]{1,30}:\s|Q(?:uestion)?[.:]\s|A(?:nswer)?[.:]\s")
_OWNERS = frozenset({"operator", "maker", "supplier", "builder", "publisher", "developer",
                     "manufacturer", "contractor", "insurer", "parent", "owner"})  # fmt: skip
#: Endings of nouns for people, and of no surname.
_PLURALS = ("ants", "ees", "ians", "ists", "payers", "holders", "owners", "workers", "goers")
_THINGS = frozenset({"FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})


class FirstReference(Rule):
    """Give a person's full name where the story first names them.

    "Haldane told members" leaves the reader asking who Haldane is. The first mention takes
    first name and surname, and says who the person is; after that the surname is enough. "The
    senator" is no better, if the story has not spoken of one before. A name in the headline or
    a caption does not count. People known by one name are listed with newslint; add yours in
    `known`. A word is taken for a surname if it has a title, or says or does what people do.
    `strangers` asks for the role of everybody who has none: many of them are household names.
    """

    id: str = "readability.first-reference"
    message: str = "Who is %s? Give the full name and the role at first mention."
    severity: Severity = Severity.WARNING
    known: tuple[str, ...] = ()
    strangers: bool = False  # whether to ask for the role of all who have none

    needs: ClassVar = frozenset({"names", "sentences", "quotations", "attributions"})
    genres_off: ClassVar = frozenset({"opinion", "fiction", "satire", "blog", "review"})
    standards: ClassVar = ("https://www.theguardian.com/guardian-observer-style-guide-n",)
    examples: ClassVar = (
        Example(
            "The ferry will sail again in May. [[Haldane]] told members that she had signed the"
            " papers.\n\nIt rained."
        ),
        Example("The ward will shut. [[Dr Lim]], who runs it, was away."),
        Example("The clerk called it a success. [[Vickers]], for the union, asked for longer."),
        Example("The trial is over. [[Vickers]] was jailed for nine years."),
        Example(
            "[[Quill]] said on Monday that he would resign.\n\nThe board thanked Ada Quill, who has"
            " led it since May."
        ),
        Example("The mill will shut.\n\n[[The senator]] called it a shame. It rained."),
        Example(
            "The mill will shut.\n\nIts books were written up by a clerk, as they had been by"
            " [[Vickers]], who left in May."
        ),
        Example("The mill will shut.\n\n[[The Orford affair]] had cost it its loan."),
        Example("The mill will shut.\n\nThe plan to save it has the support of [[Deputy Keane]]."),
        Example(
            "The mill will shut.\n\nIts chairman for the time, [[Vickers]], called it a shame."
        ),
        Example("The mill will shut.\n\nThe march was led by [[Vickers]]. It rained."),
        Example(
            "The mill will shut.\n\nIt is old.\n\n[[Haldane]] was not available for comment.\n\nIt"
            " rained."
        ),
        Example("The mill will shut.\n\nHis wife, Laura, who ran it, was away."),
        Example("The mill at Orford will shut.\n\nThe Orford affair had cost it its loan."),
        Example("The mill will shut.\n\nThe Orford report, which the council wrote, asked for it."),
        Example("Ada Quill, the mayor, will resign. Quill said on Monday that she was tired."),
        Example(
            "William “Bill” Quill, the mayor, will resign.\n\nFBI Director James B. Orme left"
            " in May. Orme said on Monday that he was tired. Quill said that he was, too."
        ),
        Example("Northgrid said that the power was back. The operator, Calder Line, was glad."),
        Example('"It will rain," said [[Ada Quill]]. The mill was shut, and the yard with it.'),
        Example("The mill was shut. According to [[Ada Quill]], it was old, and its roof leaked."),
        Example("The mill will shut.\n\n[[Ada Quill]] called it a shame. The roof leaked."),
        Example("The mill will shut.\n\nThe sale was welcomed by [[Ada Quill]]. The roof leaked."),
        Example("According to Ada Quill, writing in the Tarn Lamp, the mill was old."),
        Example('"It will rain," said Ada Quill, who sells sails. The mill was shut.'),
        Example(
            "The mill will shut.\n\nAtendees left notes. It will rain, said Will Orr, a miller. "
            "Orr sang."
        ),
        Example("Trump said on Monday that he would sign. Dr Ada Lim, who runs it, was away."),
        Example('"Haldane told us that she would sign," said Ada Quill, the mayor.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the first mention of each person who is not introduced."""
        seen: set[Span] = set()
        for problem in () if reads_as_comment(reading) else self._problems(reading):
            if problem.span not in seen and not is_part_of_name(reading, problem.span):
                seen.add(problem.span)
                yield problem

    def _problems(self, reading: Reading) -> Iterator[Problem]:
        blocks = [i for i, b in enumerate(reading.blocks) if b.kind in _BODY]
        if reading.article.headline is None and len(blocks) > _FEW:
            # Plain text has its headline in the first line.
            words = word_count(reading.blocks[blocks[0]].span.cut(reading.text))
            blocks = blocks[1:] if words <= _HEADLINE else blocks
        found = people(reading, blocks)
        anywhere = people(reading, list(range(len(reading.blocks))))
        told = [reading.blocks[i].span for i in blocks]
        above = [b.span for i, b in enumerate(reading.blocks) if i not in blocks]
        spoken = {i for i in blocks if _SPEAKER.match(reading.blocks[i].span.cut(reading.text))}
        full: dict[str, Named] = {}
        for named in found:
            if named.is_full and not _is_titled(named) and _begins_with_name(reading, named):
                for word in named.words:
                    full.setdefault(plain(word), named)
        similar = {n.surname for n in anywhere if n.is_full and not _is_titled(n)}
        settled = {plain(w) for w in (*vocabulary("persons", "known"), *self.known)}
        settled |= {plain(w) for w in vocabulary("places", "known")}
        for named in found:
            key = plain(named.surname)
            if (named.is_full and not _is_titled(named)) or key in settled or len(key) < 3:
                continue
            if named.block in spoken or not is_writers_own(reading, named.span):
                continue
            if not named.titles and (_is_likely_a_plural(reading, named) or _is_firm(named)):
                continue
            if not named.titles and named.surname in vocabulary("persons", "companies"):
                continue
            settled.add(key)
            place = named.last.end
            if _is_cut(reading, named) or is_introduced(reading.text, named.surname, told, place):
                continue
            introduced = full.get(key)
            if introduced is not None and introduced.surname == named.surname:
                whole = (introduced.span,)
                if not is_introduced(reading.text, named.surname, whole, introduced.span.end):
                    introduced = None
            if introduced is not None and introduced.span.start < named.span.start:
                continue
            if introduced is None and any(similar_name(named.surname, s) for s in similar):
                continue  # a slip of the keys, which consistency.name-variant reports
            alone = (
                is_unprepared(reading, named)
                or any(unknown_subjects(reading, (named,)))
                or is_unheard(reading, named)
            )
            problem = self._judge(reading, named, introduced, alone)
            if problem is None or _closes(reading, named, blocks[-1]):
                continue
            if not named.titles and is_told_beside(reading, named):
                continue
            if reading.text[: named.span.start].endswith("& "):
                continue  # "Bailey & Glasser", a firm
            if is_introduced(reading.text, named.surname, above, place):
                problem = replace(problem, at_most=_LOW)
            yield problem
        for stranger in strangers(reading, found, anywhere):
            if stranger.block in spoken or not is_writers_own(reading, stranger.span):
                continue
            who = " ".join(stranger.span.cut(reading.text).split())
            message = f"Who is {who}? Say so where the name first stands."
            plainly = is_plainly_unknown(reading, stranger, found)
            if plainly or self.strangers:
                low = None if plainly else _LOW
                yield self.problem(stranger.span, message=message, at_most=low)
        for early in (
            *short_before_long(reading), *nobody_before(reading), *one_of_two(reading, found),
        ):  # fmt: skip
            yield self.problem(early.span, message=early.message)
        for taken in (*taken_for_known(reading), *folk(reading), *unexplained(reading)):
            low = None if taken.is_sure else _LOW
            yield self.problem(taken.span, message=taken.message, at_most=low)
        for body in unnamed_bodies(reading, blocks):
            who = " ".join(body.cut(reading.text).split())
            yield self.problem(body, message=f"“{who}” has not been named yet: say which one.")
        for role in unintroduced_roles(reading, blocks):
            who = " ".join(role.cut(reading.text).split())
            yield self.problem(role, message=f"“{who}” has not been named yet: say who this is.")

    def _judge(
        self, reading: Reading, named: Named, introduced: Named | None, does_alone: bool
    ) -> Problem | None:
        words = " ".join(named.span.cut(reading.text).split())
        if introduced is not None:
            person = is_person(reading.parses[introduced.block], introduced)
            tells = is_subject(named) and named.last.head.lemma in vocabulary("persons", "tells")
            early = is_subject(named) and opens_sentence(reading, named) and _seems_alone(named)
            if not person or not (tells or early or is_human(reading, named)):
                return None
            if introduced.surname != named.surname:
                return None
            full = " ".join(introduced.span.cut(reading.text).split())
            return self.problem(
                named.span,
                message=f"“{words}” comes before “{full}”: give the full name at first mention.",
                related=(Related(introduced.span, "full name here"),),
            )
        if named.titles:
            if named.last.entity == "ORG" and not named.is_full and named.titles == ("Justice",):
                return None  # "the Justice Department"
            alone = vocabulary("persons", "alone")
            peer = set(named.titles) <= _PEERS and opens_sentence(reading, named)
            if does_alone and (peer or set(named.titles) <= _KNIGHTS):
                return self.problem(named.span, words)
            known = alone & set(named.titles) or not (is_subject(named) or does_alone)
            return None if known else self.problem(named.span, words)
        if _is_titled(named):
            return self.problem(named.span, words) if is_subject(named) else None
        role = _role_before(reading, named)
        if role is not None:
            place = Span(role.start, named.span.end)
            return self.problem(place, place.cut(reading.text))
        if not is_human(reading, named) and not does_alone:
            helper = _is_helper(named)
            return self.problem(named.span, words, at_most=_LOW) if helper else None
        return self.problem(named.span, words)


def _is_likely_a_plural(reading: Reading, named: Named) -> bool:
    """Return whether a word at the head of a sentence reads like people, perhaps misspelt."""
    sentence = reading.sentence_at(named.span.start)
    opens = sentence is not None and sentence.span.start == named.span.start
    if not opens or len(named.words) > 1:
        return False
    word = named.surname.lower()
    kinds = (nouns_for(kind) for kind in ("roles", "common_roles", "collectives"))
    plural = word.endswith("s") and any(word[:-1] in nouns for nouns in kinds)
    return plural or word.endswith(_PLURALS)


def _is_firm(named: Named) -> bool:
    """Return whether a word says what firms mostly are: "its owner, Norline, for £1.2m"."""
    last = named.last
    return last.dep == "appos" and len(named.words) == 1 and last.head.lemma in _OWNERS


def _seems_alone(named: Named) -> bool:
    """Return whether a name may well be a person's, and has no words beside it that tell."""
    beside = any(c.dep in ("appos", "relcl", "compound", "det") for c in named.last.children)
    return named.last.entity in ("PERSON", "") and named.last.tag == "NNP" and not beside


def _is_helper(named: Named) -> bool:
    """Return whether a first name has a role and nothing else: "Tamsin, a volunteer, wept"."""
    if not is_subject(named) or named.last.head.lemma not in vocabulary("persons", "acts"):
        return False
    roles = vocabulary("persons", "before_surname")
    return any(child.dep == "appos" and child.lemma in roles for child in named.last.children)


def _begins_with_name(reading: Reading, named: Named) -> bool:
    """Return whether the first of several words is a name: not so in "Said Quill"."""
    tokens = reading.parses[named.block].within(named.span)
    words = [t for t in tokens if t.text not in named.titles]
    return not words or words[0].pos not in ("VERB", "AUX", "ADV", "SCONJ", "ADP")


def _is_cut(reading: Reading, named: Named) -> bool:
    """Return whether the name goes on after the run, or a handle stands before it."""
    text = reading.text
    if _GOES_ON.match(text, named.span.end):
        return True
    return _HANDLE.search(text, max(0, named.span.start - _LONGEST), named.span.start) is not None


def _closes(reading: Reading, named: Named, last: int) -> bool:
    """Return whether the story closes by saying who somebody is: "Mr Orr is a beekeeper"."""
    head = named.last.head
    opens = named.span.start == reading.blocks[named.block].span.start
    return named.block == last and opens and head.lemma == "be"


def _is_titled(named: Named) -> bool:
    """Return whether the first of two words is what the person does: "Farmer Orr"."""
    if len(named.words) != 2 or named.titles or named.last.dep not in _SUBJECTS:
        return False
    return named.first.lower() in vocabulary("persons", "before_surname")


def _role_before(reading: Reading, named: Named) -> Token | None:
    """Return the noun for a person that stands before a surname as a title: "farmer Orr"."""
    tokens = reading.parses[named.block].tokens
    at = named.last.i - 1
    if at < 0 or named.last.entity in _THINGS or len(named.words) > 1:
        return None
    noun = tokens[at]
    if noun.lower not in vocabulary("persons", "before_surname"):
        return None
    if noun.end + 1 != named.last.start or noun.tag in ("VBD", "VBZ"):
        return None
    after = tokens[named.last.i + 1] if named.last.i + 1 < len(tokens) else None
    if (
        named.last.pos != "PROPN"
        or (named.last.entity == "ORG" and (noun.lower in _FIRMS or not is_subject(named)))
        or (after is not None and after.pos in ("PROPN", "NOUN"))
    ):
        return None
    first = tokens[at - 1] if at else None
    possessed = first is not None and (first.tag in ("POS", "PRP$") or first.lower in ("a", "an"))
    return None if possessed else noun
