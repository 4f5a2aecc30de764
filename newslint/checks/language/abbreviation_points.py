"""language.abbreviation-points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _houses as houses
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_INITIALS = LazyRegex(
    r"(?<![\w.&$/@#-])(?:(?P<pointed>(?:U\.S\.A\.|U\.A\.E\.|[UE]\.[SKNU]\.))"
    r"|(?P<bare>USA|UAE|US|UK|UN|EU))(?![\w&/@$£-]|\.\w)"
)
_TITLE = LazyRegex(r"(?<![\w.])(?P<title>Mr|Mrs|Ms|Dr|Prof)(?P<point>\.?)(?=\s[A-Z])")
_COURTESY = frozenset({"Mr", "Mrs", "Ms"})


class AbbreviationPoints(Rule):
    """Write short forms with points or without them, as the house does.

    `pointed` lists the initials that the house writes with points, without them here (`US`
    for U.S.); of US, USA, UK, UN, EU and UAE all others go without. `titles` says whether
    Dr. and Prof. have a point, and Mr., Mrs. and Ms. unless `courtesy` is off, for houses that
    do not use them at all. Headlines and lines in capitals are left alone.
    """

    id: str = "language.abbreviation-points"
    message: str = "The house writes “%s”, not “%s”."
    severity: Severity = Severity.SUGGESTION
    pointed: tuple[str, ...] = ("US", "UK", "UN")
    titles: bool = True
    courtesy: bool = True

    on: ClassVar = False
    about_words: ClassVar = True
    needs: ClassVar = frozenset({"quotations", "sentences"})
    fixes: ClassVar = "safe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example(
            "The [[US]] embassy called [[Dr]] Lind. She lives in the [[UK]].",
            fixed="The U.S. embassy called Dr. Lind. She lives in the U.K.",
        ),
        Example(
            "The [[U.S.]] embassy called [[Dr.]] Lind. She lives in the [[U.K.]]",
            fixed="The US embassy called Dr Lind. She lives in the UK.",
            options=(("pointed", ()), ("titles", False)),
        ),
        Example("The U.S. embassy called Dr. Lind about the EU, the USA and $5 US$."),
        Example("“The US called Dr Lind,” he said. THE US IS OUT. BUS US-5 left."),
        Example("# US embassy calls Dr Lind\n\nIt rang at noon."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each short form that is written the other way."""
        for block, text in houses.own_prose(reading):
            if text.isupper():
                continue
            for match in _INITIALS.finditer(text):
                letters = match[0].replace(".", "")
                right = "".join(f"{c}." for c in letters) if letters in self.pointed else letters
                place = houses.own_span(reading, block, *match.span())
                if place is None or right == match[0] or _is_shouted(reading, place):
                    continue
                fix = Fix((_edit(reading, place, right),), True)
                yield self.problem(place, right, match[0], fix=fix)
            for match in _TITLE.finditer(text):
                right = match["title"] + "." * self.titles
                place = houses.own_span(reading, block, *match.span())
                if match["title"] in _COURTESY and not self.courtesy:
                    continue
                if place is not None and right != match[0]:
                    yield self.problem(place, right, match[0], fix=Fix((Edit(place, right),), True))


def _edit(reading: Reading, place: Span, right: str) -> Edit:
    """Return the exchange; at the end of a sentence one point ends both."""
    if right.endswith("."):
        more = reading.text[place.end : place.end + 1] == "."
        return Edit(Span(place.start, place.end + more), right)
    return Edit(place, right + "." * houses.ends_sentence(reading, place.end))


def _is_shouted(reading: Reading, place: Span) -> bool:
    sentence = reading.sentence_at(place.start)
    return sentence is not None and sentence.span.cut(reading.text).isupper()
