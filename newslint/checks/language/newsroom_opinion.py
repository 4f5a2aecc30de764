"""language.newsroom-opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._support import is_own_voice, prose_tokens
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_DUTY = frozenset({"should", "must", "ought"})
_WONDERING = frozenset({"if", "whether", "how", "what", "when", "where", "who", "which", "why"})
_CAUSES = frozenset({"ccomp", "acl", "relcl", "advcl"})


class NewsroomOpinion(Rule):
    """Leave it to your sources to say what should be done.

    "The council must act" in a news story is the newsroom's opinion, and readers notice.
    Give it to a source, or call the piece an opinion. Guesses ("must have seen"), rules that
    somebody set ("must, under the law") and questions ("whether they should") are left alone.
    """

    id: str = "language.newsroom-opinion"
    message: str = "“%s” is advice in the newsroom's own voice: say who holds this."
    severity: Severity = Severity.WARNING

    status: ClassVar = "preview"
    needs: ClassVar = frozenset({"attributions"})
    genres_off: ClassVar = frozenset(
        {"opinion", "analysis", "review", "blog", "fiction", "satire", "institutional", "interview"}
    )
    standards: ClassVar = (
        "https://www.reutersagency.com/en/about/standards-values/",
        "https://www.bbc.co.uk/editorialguidelines/guidelines/impartiality/guidelines",
    )
    examples: ClassVar = (
        Example("The strike is a disgrace. The council [[must act]] before winter."),
        Example("The ferry firm [[should apologise]]."),
        Example("The council must act before winter, the union said."),
        Example("The thief must have seen the light. Nobody knew what they should do."),
        Example("Under the law, every boat must carry two lamps."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such verb with the word it governs."""
        for token in prose_tokens(reading):
            if token.lower not in _DUTY or token.tag != "MD" or token.dep != "aux":
                continue
            verb = token.head
            subject = verb.child("nsubj", "nsubjpass")
            # "Should she win" is a condition, and so is any verb before its subject.
            if subject is None or subject.i > token.i or not _is_advice(verb, subject):
                continue
            place = Span(token.start, verb.end)
            if is_own_voice(reading, place) and len(place) < 60:
                yield self.problem(place, place.cut(reading.text))


def _is_advice(verb: Token, subject: Token) -> bool:
    if any(c.lower in ("have", "has") and c.dep == "aux" for c in verb.children):
        return False
    if any(c.lower in _WONDERING for c in verb.children if c.i < verb.i):
        return False
    if subject.lower in ("you", "i", "we", "that", "which", "who"):
        return False
    if verb.dep in _CAUSES:
        return False
    rules = ("under", "by", "in", "to", "for", "according")
    return not any(c.dep == "prep" and c.i < verb.i and c.lower in rules for c in verb.children)
