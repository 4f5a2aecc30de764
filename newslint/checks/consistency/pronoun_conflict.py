"""consistency.pronoun-conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._people.likeness import plain
from newslint.checks._people.people import named_in
from newslint.checks._people.pronouns import (
    COURTESY,
    Use,
    gendered,
    mentions,
    name_of,
    pronouns,
    sexes,
    surnames,
)
from newslint.checks._people.wrong_sex import wrong_sexes
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Related, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_OTHERS = frozenset({"his", "her", "him", "hers"})


class PronounConflict(Rule):
    """Call a person "he" or "she", and not both.

    A slip of one letter turns a woman into a man, and readers of a court or crime story may
    take two people to be involved. Compared are pronouns that can mean only one person: in a
    sentence that names nobody else, or at the head of the next; "Mr", "Mrs" and "Ms"; and
    first names that only women or only men bear, where one pronoun alone is at odds.
    Where family, another person or a ship may be meant, nothing is said; "they" is left alone.
    """

    id: str = "consistency.pronoun-conflict"
    message: str = "“%s” here, “%s” elsewhere, both of %s: check which is right."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "quotations", "sentences"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example(
            "Tom Brandt closed the quay. Brandt said he had no choice.\n\nIt is old.\n\nBrandt,"
            " [[her]] voice breaking, thanked the crews."
        ),
        Example("Mr Lund opened the hall on Friday. Rain fell.\n\nMr Lund said [[she]] was proud."),
        Example(
            "The coach, Dexter Ilves, was not glad about the score. It was late, [[she]] said."
        ),
        Example(
            "The skipper, Denise Orr, knows the bar. She stayed aboard and was praised for"
            " [[his]] calm."
        ),
        Example("The director, Solveig Ilves, said [[his]] bank would wait."),
        Example("Ms Orme did not deny it. [[He]] called it a slip."),
        Example("The judge, Ruth Orme, was brief. “I have heard enough,” [[he]] said."),
        Example("The clerk, Ruth Orme, has gone. [[Mr]] Orme left no note."),
        Example("Dame Ruth Orme spoke. [[Sir]] Ruth said that it was late."),
        Example("Mara Ilves said she was glad. Her husband is a cook. He sings."),
        Example("Ingrid Ilves asked Tom Lund to stay. He did."),
        Example("Ingrid Ilves worked for the mayor before he left."),
        Example("Ingrid Ilves told Brandt that he had to go."),
        Example("Tom Lund sued.\n\nIngrid Ilves said his claim was old."),
        Example("Ruth Orme wept. Her husband waited. Mr Orme said nothing."),
        Example("Mara Ilves said she was glad. Ilves met the mayor. He was late."),
        Example("Robin Ilves said they were glad. Ilves sings, and so did her mother."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the rarer of the two for each person, else at the later."""
        people = surnames(reading)
        uses: dict[str, list[Use]] = defaultdict(list)
        marked: set[int] = set()
        for index, block in enumerate(reading.blocks):
            if block.is_body:
                for mention in mentions(reading, index, people):
                    if mention.title is not None and is_writers_own(reading, mention.title):
                        kind = COURTESY[mention.title.cut(reading.text)]
                        uses[mention.surname].append(Use(kind, mention.title, True))
                for named, use in gendered(reading, index):
                    uses[plain(named.surname)].append(use)
                    name = next((w for w in named.words[:1] if plain(w) in sexes()), None)
                    if name is not None and sexes()[plain(name)] != use.kind:
                        here = use.span.cut(reading.text)
                        marked.add(use.span.start)
                        yield self.problem(use.span, here, name, named.span.cut(reading.text))
                for surname, use in pronouns(reading, index, people):
                    uses[surname].append(use)
        for wrong in wrong_sexes(reading):
            if wrong.span.start in marked:
                continue
            marked.add(wrong.span.start)
            here, there = (" ".join(s.cut(reading.text).split()) for s in (wrong.span, wrong.told))
            related = (Related(wrong.told, f"“{there}” here"),)
            yield self.problem(
                wrong.span, here, there, name_of(reading, wrong.who), related=related
            )
        for surname, found in uses.items():
            found = [u for u in found if u.span.start not in marked]
            firsts = people.get(surname, set())  # whom the model takes for a firm is not there
            known = _by_first_name(reading, surname, firsts)
            if known is not None and not any(u.kind == known.kind for u in found):
                found.append(known)
            kinds = {kind: [u for u in found if u.kind == kind] for kind in ("he", "she")}
            if not kinds["he"] or not kinds["she"] or len(firsts) > 1:
                continue
            if len({u.kind for u in found if u.courtesy}) > 1:
                continue  # Mr and Mrs Lund
            odd = min(kinds.values(), key=lambda us: (len(us), -us[0].span.start))
            usual = kinds["she" if odd[0].kind == "he" else "he"]
            if known in odd:
                odd, usual = usual, odd
            if len(odd) > 1 and len(usual) < 2 * len(odd) and known not in usual:
                continue
            if known in usual and not _is_sure(odd, found):
                continue
            if known in (*odd, *usual) and any(u.courtesy for u in (*odd, *usual)):
                continue  # "Mr Lund" beside Ann Lund is somebody of her family
            if _is_in_passing(reading, odd[0]):
                continue
            if known in usual and odd[0].span.cut(reading.text).lower() in _OTHERS:
                continue  # "Ann Lee hammered his record": somebody else's
            here, there = (u.span.cut(reading.text) for u in (odd[0], usual[0]))
            yield self.problem(
                odd[0].span,
                here,
                there,
                name_of(reading, surname),
                related=(Related(usual[0].span, f"“{there}” here"),),
            )


def _is_in_passing(reading: Reading, odd: Use) -> bool:
    """Return whether "she" only tells which thing is meant: "the fee she gives up"."""
    sentence = reading.sentence_at(odd.span.start)
    word = reading.parses[sentence.block].at(odd.span.start) if sentence is not None else None
    return word is not None and word.dep == "nsubj" and word.head.dep == "relcl"


def _is_sure(odd: list[Use], found: list[Use]) -> bool:
    """Return whether pronouns against a first name are a slip, and not how the person is called.

    A story that says "she" of a Douglas again and again means it.
    """
    kinds = {u.kind for u in found if not u.first}
    return len(odd) == 1 or len(kinds) > 1


def _by_first_name(reading: Reading, surname: str, first: set[str]) -> Use | None:
    """Return what the only first name with a surname tells, at its place in the story."""
    if len(first) != 1:
        return None
    name = next(iter(first))
    kind = sexes().get(name)
    if kind is None:
        return None
    for index, block in enumerate(reading.blocks):
        for named in named_in(reading, index) if block.is_body else ():
            words = [plain(word) for word in named.words]
            if words[-1] == surname and name in words:
                start = named.span.start
                return Use(kind, Span(start, named.span.end), False, True)
    return None
