"""grammar.engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from newslint.article import InlineKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own, not_prose
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.english import is_english
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_NAMES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"}
)
_TITLES = frozenset({InlineKind.EMPHASIS, InlineKind.QUOTE})
_MARKS = ("#", "@")
_SPELLING = "SpellCheck"  # Harper's name for it
_AHEAD = 40  # characters, in which the word before a place lies
_WORD = LazyRegex(r"[^\W\d_]+")
_LAST_WORD = LazyRegex(r"[^\W\d_]+ ?\Z")
#: What stands before the first word of a sentence.
_OPENING = LazyRegex(r"(?:\A|\n|[.!?:;])[\s\"'“”’‘(\[]*\Z")


class Engine(Rule):
    """Correct what the grammar engine is sure of.

    A grammar checker is built in (Harper); another may be configured (LanguageTool). Only
    those of its rules are run that are nearly always right in news. Quotations, names, titles
    of works, short forms, code and addresses are left alone. Silence one of the engine's own
    rules by naming it in `never`. Of the words that no dictionary has only slips of the keys
    are reported: two letters crosswise, one missing or too many, in a word that comes once.
    """

    id: str = "grammar.engine"
    message: str = "%s"
    severity: Severity = Severity.WARNING
    never: tuple[str, ...] = ()
    transcripts: bool = False

    needs: ClassVar = frozenset({"grammar", "names", "quotations"})
    standards: ClassVar = (standards.GOV_UK,)
    fixes: ClassVar = "unsafe"
    about_words: ClassVar = True
    examples: ClassVar = (
        Example(
            "The storm will [[wreck havoc]] on the quay.",
            fixed="The storm will wreak havoc on the quay.",
        ),
        Example("The mill is older [[then]] the town.", fixed="The mill is older than the town."),
        Example("The mill was [[finsihed]] in May.", fixed="The mill was finished in May."),
        Example("The [[adminstration]] left.", fixed="The administration left."),
        Example("The leaners have a watchlist. A bitnerd met a bitnerd at the guesthosue-inn."),
        Example('"The storm will wreck havoc on the quay," Lind said.'),
        Example("The ferry *Wreck Havoc* sank, and `wreck havoc` is the password."),
        Example("The storm will wreck havoc on the quay.", options=(("never", ("WreakHavoc",)),)),
        Example(
            '"The storm will [[wreck havoc]] on the quay," Lind said.',
            options=(("transcripts", True),),
        ),
        Example("The tag is #wreck havoc."),
        Example("George Will wrote to Mark. Will said May was cold, and Mrs May agreed."),
        Example("The road runs all the way to the sea. It was a way to free the port."),
        Example("The instincts were hers. He would never have gone, in the best of times."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the engine's findings that pass, in its words, with its first remedy."""
        names = [e.span for e in reading.entities if e.label in _NAMES]
        titles = [i.span for i in reading.article.inlines if i.kind in _TITLES]
        for issue in reading.grammar:
            place = _bare(issue.span, reading.text)
            words = place.cut(reading.text)
            if issue.engine_rule in self.never or not words or _is_sign(place, reading.text):
                continue
            if issue.engine_rule == _SPELLING and reading.text.count(words) > 1:
                continue  # a word of the trade
            if (
                _has_name(place, reading.text)
                or any(place.overlaps(n) for n in names)
                or any(t.covers(place) for t in titles)
            ):
                continue
            message = " ".join(issue.message.split())
            if is_writers_own(reading, place):
                fix = None
                if issue.replacements and place == issue.span:
                    fix = Fix((Edit(place, issue.replacements[0]),))
                problem = self.problem(place, message, fix=fix)
            elif self.transcripts and _is_spoken(reading, place):
                slip = f"A slip of the transcript? Listen again. {message}"
                problem = self.problem(place, slip, at_most=Severity.SUGGESTION)
            else:
                continue
            yield replace(problem, engine=issue.engine, engine_rule=issue.engine_rule)
        if reading.grammar_missing is not None:
            raise reading.grammar_missing


def _is_sign(place: Span, text: str) -> bool:
    """Return whether the words are a short form, a hashtag or a handle."""
    words = place.cut(text)
    before = text[place.start - 1 : place.start]
    return before in _MARKS or words.startswith(_MARKS) or (words.isalpha() and words.isupper())


def _has_name(place: Span, text: str) -> bool:
    """Return whether a word of the place, or the one before it, is a name by its capital.

    A man called Will or Mark is no helping verb. The first word of a sentence tells nothing,
    unless it is a name that is a common word too.
    """
    ahead = text[max(0, place.start - _AHEAD) : place.start]
    last = _LAST_WORD.search(ahead)
    first = place.start if last is None else place.start - len(ahead) + last.start()
    for word in _WORD.finditer(text, first, place.end):
        opens = _OPENING.search(text[max(0, word.start() - _AHEAD) : word.start()]) is not None
        if word[0] in vocabulary("agreement", "names-too") or (
            not opens and word[0] != "I" and word[0][0].isupper()
        ):
            return True
    return False


def _is_spoken(reading: Reading, place: Span) -> bool:
    """Return whether the words stand in a quotation in English, and are no code."""
    said = next((q.span for q in reading.quotations.outer if q.span.covers(place)), None)
    return (
        said is not None
        and is_english(said.cut(reading.text))
        and not not_prose(reading.article, place)
    )


def _bare(span: Span, text: str) -> Span:
    """Return the span without white space at its ends."""
    words = span.cut(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
