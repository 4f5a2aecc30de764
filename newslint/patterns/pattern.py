"""What all declarative rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from typing import ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from newslint.article import InlineKind
from newslint.finding import Edit, Fix, Problem
from newslint.patterns.regexes import Expression, compiled, is_trusted, matches, unread
from newslint.patterns.scopes import Unit, parse_selector, units
from newslint.reading import Reading, once_an_article
from newslint.rule import Rule
from newslint.span import Span

_NOT_PROSE = frozenset({InlineKind.CODE, InlineKind.URL, InlineKind.PLACEHOLDER})


class Action(BaseModel):
    """How to cure what a pattern found.

    Only `replace` and `remove` make a fix; Vale's others are accepted and do nothing here.
    `safe` states that the fix cannot change the meaning.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Literal["replace", "remove", "suggest", "edit", "convert", ""] = ""
    params: tuple[str, ...] = ()
    safe: bool = False

    @property
    def fixes(self) -> Literal["safe", "unsafe", "none"]:
        """What kind of fix the action makes."""
        if self.name not in ("replace", "remove"):
            return "none"
        return "safe" if self.safe else "unsafe"


class Pattern(Rule):
    """The base of declarative rules.

    A subclass yields everything it finds from `found`; what lies in a quotation (unless
    `quotations`), in code or in an address is then dropped.
    """

    needs: ClassVar[frozenset[str]] = frozenset({"sentences", "quotations"})

    scope: tuple[str, ...] = Field(
        ("text",), description="The parts of the article to look at, joined by & and ~."
    )
    quotations: bool = Field(False, description="Whether to look into quoted speech as well.")
    unless: str = Field(
        "", description="A regular expression that excuses the whole sentence it matches in."
    )
    limit: int = Field(0, ge=0, description="The most findings in one article; 0 for all.")
    action: Action = Field(Action(), description="How to fix what is found.")

    @field_validator("scope", mode="before")
    @classmethod
    def _one_scope(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @field_validator("scope")
    @classmethod
    def _known_scope(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for selector in value:
            parse_selector(selector)
        return value

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield what the pattern finds, up to `limit`."""
        found = self.found(reading)
        return islice(found, self.limit) if self.limit else found

    @cached_property
    def excuse(self) -> Expression | None:
        """The expression of `unless`, in which capital letters do not matter."""
        return unread(self.unless, ignorecase=True) if self.unless else None

    @model_validator(mode="after")
    def _usable_excuse(self, info: ValidationInfo) -> Self:
        if not is_trusted(info):  # a bad one is to show when the rule is loaded
            compiled(self.unless, "unless", ignorecase=True)
        return self

    def found(self, reading: Reading) -> Iterator[Problem]:
        """Yield everything the pattern finds, in reading order."""
        raise NotImplementedError

    def units(
        self, reading: Reading, worth: Callable[[Span], bool] = lambda _: True
    ) -> Iterator[Unit]:
        """Yield the stretches of text to look at, in blocks that are `worth` it."""
        return units(reading, self.scope, self.quotations, worth)

    @property
    def keeps_to_blocks(self) -> bool:
        """Whether the rule looks no further than one block: it is unlimited, and not raw."""
        return self.reach == "block" and not self.limit and not self.reads_source

    @cached_property
    def reads_source(self) -> bool:
        """Whether the file is looked at as well, besides the article's text."""
        return any("raw" in parse_selector(selector)[0] for selector in self.scope)

    def skipped(self, reading: Reading) -> tuple[Span, ...]:
        """Return the spans that are not the writer's prose (text coordinates)."""
        spoken = not self.quotations and not any("quotation" in name for name in self.scope)
        return _not_prose(reading, spoken)

    def excused(self, reading: Reading, unit: Unit, span: Span) -> bool:
        """Return whether the sentence in which `span`, found in `unit`, begins is excused."""
        if self.excuse is None or unit.in_source:
            return False
        sentence = reading.sentence_at(span.start)
        return sentence is not None and any(matches(self.excuse, sentence.span.cut(reading.text)))

    def replacement(self, unit: Unit, start: int, end: int, words: tuple[str, ...]) -> Fix | None:
        """Return the fix for `unit.text[start:end]`, if the action makes one.

        `words` are what may stand there instead; there is no fix if the choice is not clear.
        """
        if unit.in_source or self.action.fixes == "none":
            return None
        if self.action.name == "remove" or words == ("",):
            edit = _removal(unit, start, end)
        elif len(words) == 1:
            edit = Edit(unit.span(start, end), words[0])
        else:
            return None
        return Fix((edit,), safe=self.action.safe)


@once_an_article
def _not_prose(reading: Reading, spoken: bool) -> tuple[Span, ...]:
    """Return the spans of code and addresses, and with `spoken` those of quoted speech."""
    spans = [i.span for i in reading.article.inlines if i.kind in _NOT_PROSE]
    if spoken:
        spans += [q.span for q in reading.quotations.outer]
        spans += reading.turns
    return tuple(spans)


def clear_of(span: Span, skipped: tuple[Span, ...]) -> bool:
    """Return whether `span` shares no character with any of `skipped`."""
    for other in skipped:  # noqa: SIM110 - any() takes twice as long, and this runs a lot
        if span.start < other.end and other.start < span.end:
            return False
    return True


def _removal(unit: Unit, start: int, end: int) -> Edit:
    """Take out a word with the space after it, and pass on its capital letter."""
    text = unit.text
    capital = text[start].isupper()
    if text[end : end + 1] == " ":
        end += 1
    elif text[start - 1 : start] == " ":
        start -= 1
    if capital and text[end : end + 1].islower():
        return Edit(unit.span(start, end + 1), text[end].upper())
    return Edit(unit.span(start, end), "")
