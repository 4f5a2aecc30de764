"""language.ise-or-ize."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.checks import _houses as houses
from newslint.checks._phrases import vocabulary
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule

_WORD = LazyRegex(
    r"(?<![\w’'-])(?P<stem>[A-Za-z]?[a-z]{2,16}?)i(?P<letter>[sz])"
    r"(?P<end>es|ed|er|ers|e|ing|ation|ations|ational)(?![\w’'])"
)


class IseOrIze(Rule):
    """End verbs such as organise the way the house does.

    Both -ise and -ize are good British English, only -ize is American; a paper keeps to one.
    `ending` is `ise` or `ize`. Only verbs that are known to take both are looked at. Names
    with a capital inside a sentence are left alone.
    """

    id: str = "language.ise-or-ize"
    message: str = "The house writes “%s”, not “%s”."
    severity: Severity = Severity.SUGGESTION
    ending: Literal["ise", "ize"] = "ize"

    on: ClassVar = False
    about_words: ClassVar = True
    needs: ClassVar = frozenset({"quotations", "sentences"})
    fixes: ClassVar = "safe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example(
            "Crews [[organised]] a vigil. [[Organisers]] wept.",
            fixed="Crews organized a vigil. Organizers wept.",
        ),
        Example(
            "Crews [[organized]] a vigil.",
            fixed="Crews organised a vigil.",
            options=(("ending", "ise"),),
        ),
        Example(
            "She advised a surprise prize, and the boat capsized.", options=(("ending", "ise"),)
        ),
        Example("“We organised it,” he said of the World Health Organisation."),
        Example("Crews advised us to exercise, and we did not recognize the disguise."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each verb, or noun made of it, with the other ending."""
        wanted = self.ending[1]
        for block, text in houses.own_prose(reading):
            for match in _WORD.finditer(text):
                stem = match["stem"]
                if match["letter"] == wanted or stem.lower() not in vocabulary("ize", "stems"):
                    continue
                place = houses.own_span(reading, block, *match.span())
                if place is None:
                    continue
                if stem[0].isupper():
                    sentence = reading.sentence_at(place.start)
                    if sentence is None or sentence.span.start != place.start:
                        continue
                right = f"{stem}i{wanted}{match['end']}"
                yield self.problem(place, right, match[0], fix=Fix((Edit(place, right),), True))
