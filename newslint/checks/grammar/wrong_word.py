"""grammar.wrong-word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.homophones import Slip, slip_at
from newslint.checks._wording.sounded_alike import meant_at
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class WrongWord(Rule):
    """Write the word that the sentence asks for, not the one that sounds like it.

    "The mayor, who's term ends in May" passes every spelling checker. Here the grammar of the
    sentence shows which word is meant.
    """

    id: str = "grammar.wrong-word"
    message: str = "“%s” is meant here, not “%s”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "names", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GUARDIAN_A,)
    fixes: ClassVar = "unsafe"
    examples: ClassVar = (
        Example(
            "The firm, [[who's]] owners live abroad, has sold [[it's]] old mill.",
            fixed="The firm, whose owners live abroad, has sold its old mill.",
        ),
        Example("Officials say [[they're]] plan will cost less."),
        Example("Drivers say [[their]] not being paid."),
        Example("An inquiry [[lead]] by a judge found no fault."),
        Example("The plan is [[to]] costly, the auditors said."),
        Example("The closure could [[effect]] patients in the north."),
        Example("The mill has been shut [[since]] two years."),
        Example("It has been shut since two years ago, ever since five sailors left."),
        Example("The fair runs between 4 May [[to]] 9 May."),
        Example("Farmers say [[there]] crops have failed, and blame [[there]] old tractors."),
        Example("The law binds both the citizens [[as well as]] their guests."),
        Example("Both firms lost money, as well as time. They say there is time."),
        Example("The fans set out for [[there]] third final. He was [[lead]] down to the cells."),
        Example(
            "The men moved to Lisbon, [[were]] rents were low. Those worst [[effected]] by it left."
        ),
        Example("The ring had [[laid]] in a drawer. The price had [[raised]] by half."),
        Example("They had no choice [[than]] to sell. The road was [[cut-off]] by a flood."),
        Example("She rows [[everyday]] at dawn.", fixed="She rows every day at dawn."),
        Example(
            "The art of the everyday is a feature of everyday life.",
        ),
        Example("Who's who is unclear. The man who's running the mill knows who's using it."),
        Example("They went there by sea. The men, were they found, would pay. The hens laid eggs."),
        Example("The change effected by the board is small. The cut-off is May. He led by two."),
        Example("They say they're planning talks. He resented their not being paid."),
        Example("The plan is to clean up. The lead by then was two, and it's old news."),
        Example("They hope to effect change. She knew it's true."),
        Example('"The firm has sold it\'s old mill," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such word, with an unsafe fix."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for token in tokens:
                found = slip_at(tokens, token)
                meant = meant_at(tokens, token) if found is None else None
                if meant is not None:
                    first, last, right = meant
                    found = Slip(Span(first.start, last.end), right)
                if found is None or not is_writers_own(reading, found.span):
                    continue
                there = found.span.cut(reading.text)
                right = found.right
                if there[0].isupper():
                    right = right[0].upper() + right[1:]
                fix = Fix((Edit(found.span, right),))
                yield self.problem(found.span, right, there, fix=fix)
