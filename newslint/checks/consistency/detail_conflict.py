"""consistency.detail-conflict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._facts.contrasts import contrasts
from newslint.checks._facts.reached import is_reached
from newslint.checks._facts.recounted import taken_up_otherwise
from newslint.checks._facts.sides_taken import sides_taken
from newslint.checks._facts.story_states import days_listed, dead_who_act, states_apart
from newslint.checks._facts.taken_up import ages_taken_up, not_there
from newslint.checks._facts.taken_up_lengths import lengths_told_otherwise, sums_told_otherwise
from newslint.checks._facts.whereabouts import whereabouts
from newslint.checks._people.kin_told import kin_told
from newslint.checks._people.nationalities import nationalities
from newslint.finding import Problem, Related, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class DetailConflict(Rule):
    """Call a thing what it is, from the first line to the last.

    A stout that ends as "the pale ale", a north bank that becomes "the southern side": readers
    see it, and trust the rest less. Compared are words that exclude each other, where the
    later one takes up something told before ("the", "his", "that") and stands nowhere else.
    """

    id: str = "consistency.detail-conflict"
    message: str = "“%s” here, “%s” elsewhere: make the details agree, or tell the two apart."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "quotations", "sentences", "attributions"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example("He ground a mirror for months. It rained.\n\nThe [[lens]] is on show now."),
        Example("The cabin stands on the north bank. It is dry.\n\nThe [[south bank]] is steep."),
        Example("She brewed a stout in a shed.\n\nIn May, the [[pale ale]] will be sold."),
        Example("Nobody was hurt in the fire. It rained.\n\nA van took [[the injured]] away."),
        Example("Ash and his [[late wife]], Bo, plan to move to Spain."),
        Example("It opens four days a week, [[Monday, Tuesday and Friday]]."),
        Example("Bo Ash, 29, lives there. It rained. [[The pensioner]] is cross."),
        Example("They fitted no tag to the whale.\n\nIt left. The [[tag]] spoke at noon."),
        Example("May brings a tsunami of books. It rained.\n\nThey held his feet to the fire."),
        Example("Few Lindow-born parents vote. It rained.\n\nThe Orford-born children do."),
        Example(
            "A barn north of Ellby burned. It rained.\n\nThe barn, [[south of Ellby]], is gone."
        ),
        Example("Ash drew up the levy in May.\n\nOpponents of the levy, [[among them Ash]], left."),
        Example(
            "Her sister, Mina Ash, runs it. It rained.\n\nIt is dry, said Mina Ash, [[her aunt]]."
        ),
        Example("A barn north of Ellby burned. A mill south of Ellby was spared."),
        Example("Ash drew up the levy in May.\n\nOpponents of the levy, among them Roe, left."),
        Example("Orsa of Denmark pays.\n\nOrsa, a [[Swedish firm]], makes beer."),
        Example("Her sister, Mina Ash, runs it. It is dry, said Bo Ash, her aunt."),
        Example("He ground a mirror and a lens.\n\nThe lens is on show now."),
        Example("The cabin stands on the north bank. A barn stands on the south bank."),
        Example("She brewed a stout in a shed. She sells the stout and the pale ale."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each word that does not go with the first for the same thing."""
        done: set[Span] = set()
        pairs = (
            *((later.span, first.span) for later, first in contrasts(reading)),
            *states_apart(reading),
            *dead_who_act(reading),
            *days_listed(reading),
            *ages_taken_up(reading),
            *not_there(reading),
            *taken_up_otherwise(reading),
            *lengths_told_otherwise(reading),
            *sums_told_otherwise(reading),
            *whereabouts(reading),
            *sides_taken(reading),
            *kin_told(reading),
            *nationalities(reading),
        )
        for later, first in pairs:
            if later in done or is_reached(reading, later):
                continue
            done.add(later)
            here, there = (" ".join(s.cut(reading.text).split()) for s in (later, first))
            yield self.problem(later, here, there, related=(Related(first, f"“{there}” here"),))
