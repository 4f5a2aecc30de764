"""Sources that stand for nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._sourcing.backing import is_backed
from newslint.checks._sourcing.collectives import groups_in, is_turn_of_phrase
from newslint.checks._sourcing.moods import moods
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_MOOD = "“%s”: who told you? Name somebody who feels so, or tell what you saw."


class VagueCollectiveSource(Rule):
    """Name at least one of the analysts, experts or critics who say so.

    "Analysts suggest" lends a sentence authority that nobody can check: the reader cannot
    know how many there are, what they know, or whether they exist. Reported are people who
    claim to know, campaign or stand close to somebody, ordinary people, "some" and "many".
    With `crowds` every group without a name is, as a suggestion: officials, voters, companies.
    So are moods that nobody is said to have: “resentment is growing”, “voters are tired”.
    A summary is left alone where a member of the group is named at once: one called the same,
    "one of them", "an engineer" after experts. Somebody who is merely quoted next may be none.
    """

    id: str = "attribution.vague-collective-source"
    message: str = "“%s” could be anyone: name at least one, or say which body they speak for."
    severity: Severity = Severity.WARNING
    followed_within: int = 2  # sentences in which a named source may follow
    crowds: bool = False  # whether to report officials, residents, companies and the like too

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[Analysts]] suggest that the dam could fail within a decade."),
        Example("The plan drew anger from [[water experts]], who say that the dam is unsafe."),
        Example("[[Critics]] said the dam was built on sand."),
        Example("Analysts at the Lindqvist Institute said the dam could fail within a decade."),
        Example(
            "Experts warn that the dam could fail. Maria Holt, an engineer at Tarn University, "
            "said she had seen cracks in the wall."
        ),
        Example("[[Resentment has simmered]] in the valley."),
        Example("Her confidence is growing. Ada Quill, an angler, said that anglers are nervous."),
        Example("Officials have not said when the dam will be mended."),
        Example("[[Officials]] said that the dam would be mended in May."),
        Example("The scheme has long angered [[many residents]] of the old town."),
        Example("[[E.U. leaders]] warn that the dam could fail."),
        Example("The ministers agreed to mend the dam; officials hope that it will rain."),
        Example("[[Officials]] hope that it will rain.", options=(("crowds", True),)),
        Example("[[Commuters]] were relieved. Joy Amadi, a nurse, had walked for an hour."),
        Example(
            '[[Experts]] warn that the dam could fail. "It leaks," said Maria Holt, who built it.'
        ),
        Example("Friends say she was proud of it; one of them, Hal Moss, saw her smile."),
        Example("It is what economists call a wasting asset."),
        Example("[[Some]] say that the dam could fail within a decade."),
        Example("[[Most people in Tarn]] oppose the dam."),
        Example("Forty farmers came to the meeting. Some said that the dam could fail."),
        Example("No expert would say that the dam is safe."),
        Example("Users can find out on the ferry's page what to expect at the pier."),
        Example('"Analysts say all sorts of things," said Maria Holt, the mayor of Tarn.'),
        Example("Officials told residents to leave the valley."),
        Example(
            "Republicans say that the dam is sound. The dam will last for decades, Rep. Nora Quill "
            "said."
        ),
        Example("Ana Ruiz and many officials hope that the dam will last."),
        Example("If residents are worried, they can call the dam's office."),
        Example("The camp by the dam was attacked by militants."),
        Example(
            "Some advisers think that the dam will last. “It is thick,” said one of "
            "those advisers, Hal Moss."
        ),
        Example("Most of us applaud the plan for the new quay."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.REUTERS)
    genres_off: ClassVar[frozenset[str]] = frozenset({"opinion", "fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield collective sources without a name, an affiliation or a link.

        Not in a blog, a diary or a column, where "I" and "we" tell whose view it is.
        """
        if speaks_in_first_person(reading):
            return
        seen: set[Span] = set()
        for group in groups_in(reading):
            if group.span in seen or reading.quotations.touches(group.span):
                continue
            seen.add(group.span)
            if not (group.sure or self.crowds) or is_backed(reading, group, self.followed_within):
                continue
            words = " ".join(group.span.cut(reading.text).split())
            sure = group.sure and not is_turn_of_phrase(group)
            most = Severity.WARNING if sure else Severity.SUGGESTION
            yield self.problem(group.span, words, at_most=most)
        for span in moods(reading):
            if not any(span.overlaps(other) for other in seen):
                words = " ".join(span.cut(reading.text).split())
                yield self.problem(span, message=_MOOD % words, at_most=Severity.WARNING)
