"""Duties and verdicts in the newsroom's own voice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.kinds import nouns_for
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._support import (
    has_link,
    is_negated,
    is_own_voice,
    prose_tokens,
    reports_in,
    verb_group,
)
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_DUTY = frozenset({"should", "must", "ought"})
_WONDERING = frozenset({"if", "whether", "how", "what", "when", "where", "who", "which", "why"})
_LONGEST = 60  # characters of a phrase still worth marking


class NewsroomOpinion(Rule):
    """Leave it to your sources to say what should be done, and what is a disgrace.

    "The council must act" and "the plan is a fiasco" are the newsroom's opinion in a news
    story, and readers notice.
    Give it to a source, or call the piece an opinion. Guesses ("must have seen"), rules that
    somebody set ("must, under the law") and questions ("whether they should") are left alone.
    """

    id: str = "language.newsroom-opinion"
    message: str = "“%s” is a verdict in the newsroom's own voice: say who holds this."
    severity: Severity = Severity.WARNING

    status: ClassVar = "preview"  # an editor kept none of 5
    needs: ClassVar = frozenset({"attributions"})
    reach: ClassVar = "block"
    genres_off: ClassVar = frozenset(
        {"opinion", "analysis", "review", "blog", "fiction", "satire", "institutional", "interview"}
    )
    standards: ClassVar = (
        "https://www.reutersagency.com/en/about/standards-values/",
        "https://www.bbc.co.uk/editorialguidelines/guidelines/impartiality/guidelines",
    )
    examples: ClassVar = (
        Example("The strike [[is a disgrace]]. The council [[must act]] before winter."),
        Example("The ferry firm [[should apologise]]."),
        Example("The council [[has failed the town]] again."),
        Example("The plan [[is doomed]]. Voters [[deserve better]]."),
        Example("The council must act before winter, the union said."),
        Example("The thief must have seen the light. Nobody knew what they should do."),
        Example("Under the law, every boat must carry two lamps."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield duties, needs and verdicts that the newsroom pronounces itself."""
        if speaks_in_first_person(reading):
            return
        for token in prose_tokens(reading):
            place = (
                _duty(token)
                or _verdict(token)
                or _failure(token)
                or _judged(token)
                or _deserving(token)
                or _worst(token)
            )
            if place is None or not is_own_voice(reading, place) or len(place) >= _LONGEST:
                continue
            sentence = reading.sentence_at(place.start)
            if sentence is None or reports_in(reading, sentence.span):
                continue
            if reading.quotations.touches(sentence.span) or has_link(reading, sentence.span):
                continue
            yield self.problem(place, " ".join(place.cut(reading.text).split()))


def _duty(token: Token) -> Span | None:
    """Find "must act", "should apologise", "needs to act"."""
    if token.lower == "need" or (token.lemma == "need" and token.tag == "VBZ"):
        clause = token.child("xcomp")
        subject = token.child("nsubj")
        if clause is None or subject is None or not _is_body(subject) or token.dep != "ROOT":
            return None
        if clause.i < token.i or clause.lemma not in vocabulary("opinion", "advised"):
            return None
        return Span(token.start, clause.end)
    if token.lower not in _DUTY or token.tag != "MD" or token.dep != "aux":
        return None
    verb = token.head
    subject = verb.child("nsubj", "nsubjpass")
    # "Should she win" is a condition, and so is any verb before its subject.
    if subject is None or subject.i > token.i or not _is_advice(verb, subject):
        return None
    return Span(token.start, verb.end)


def _verdict(token: Token) -> Span | None:
    """Find "is a disgrace", "will be a nightmare"."""
    if token.lemma not in vocabulary("opinion", "verdicts") or token.dep != "attr":
        return None
    verb = token.head
    if (
        verb.i > token.i
        or verb.lemma not in {"be", "become", "remain"}
        or verb.dep not in {"ROOT", "conj", "ccomp"}
    ):
        return None
    if is_negated(verb) or any(c.lower in {"if", "whether"} for c in verb.children):
        return None
    if not any(c.lower in {"a", "an", "the"} for c in token.children):
        return None
    return Span(verb_group(verb).start, token.end)


def _failure(token: Token) -> Span | None:
    """Find "has failed the town"."""
    met = token.child("dobj")
    if token.lemma != "fail" or met is None or met.i < token.i or token.dep not in {"ROOT", "conj"}:
        return None
    if met.lemma.lower() not in vocabulary("opinion", "failed") or is_negated(token):
        return None
    return Span(verb_group(token).start, met.end)


def _judged(token: Token) -> Span | None:
    """Find "is doomed", "was inexcusable", "should be ashamed"."""
    verb = token.head
    if token.i < verb.i or verb.dep not in {"ROOT", "conj"} or is_negated(verb):
        return None
    if any(c.dep == "advcl" for c in (*verb.children, *token.children)):
        return None  # useless unless it is updated
    if any(c.lower in _WONDERING for c in verb.children):
        return None
    if token.dep == "acomp" and token.lower == "ashamed":
        told = any(c.lower in _DUTY for c in verb.children)
        return Span(verb_group(verb).start, token.end) if told else None
    if token.lower not in vocabulary("opinion", "judged"):
        return None
    if token.dep != "acomp" or verb.lemma not in {"be", "become", "remain"}:
        if token.tag != "VBN" or token.child("auxpass") is None or token.dep != "ROOT":
            return None
        return None if is_negated(token) else verb_group(token)
    subject = verb.child("nsubj")
    if subject is None or subject.i > verb.i or subject.tag in {"PRP", "WP", "EX"}:
        return None
    return Span(verb_group(verb).start, token.end)


def _deserving(token: Token) -> Span | None:
    """Find "deserve better"."""
    if token.lemma != "deserve" or token.dep not in {"ROOT", "conj"} or is_negated(token):
        return None
    due = token.child("dobj", "advmod", "acomp")
    if due is None or due.i < token.i or due.lower not in vocabulary("opinion", "deserved"):
        return None
    return Span(token.start, due.end)


def _worst(token: Token) -> Span | None:
    """Find "is the worst idea"."""
    if token.dep != "attr" or token.lemma not in {"idea", "decision", "policy", "plan", "mistake"}:
        return None
    verb = token.head
    if verb.i > token.i or verb.lemma != "be" or is_negated(verb):
        return None
    if not any(c.lower in {"worst", "best", "stupidest", "daftest"} for c in token.children):
        return None
    return Span(verb_group(verb).start, token.end)


def _is_body(subject: Token) -> bool:
    """Return whether the subject is a body or somebody in office, who is told what to do."""
    lemma = subject.lemma.lower()
    return lemma in nouns_for("organisations") or lemma in {"minister", "mayor", "president"}


def _is_advice(verb: Token, subject: Token) -> bool:
    if any(c.lower in ("have", "has") and c.dep == "aux" for c in verb.children):
        return False
    if any(c.lower in _WONDERING for c in verb.children if c.i < verb.i):
        return False
    if subject.lower in ("you", "i", "we", "that", "which", "who", "it", "they", "he", "she"):
        return False
    if verb.dep not in {"ROOT", "conj"}:
        return False
    if verb.lemma not in vocabulary("opinion", "advised"):
        return False
    if any(w.lower in vocabulary("opinion", "rules") for w in verb.subtree):
        return False
    rules = ("under", "by", "in", "to", "for", "according")
    return not any(c.dep == "prep" and c.i < verb.i and c.lower in rules for c in verb.children)
