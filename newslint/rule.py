"""What a rule is.

A rule is a frozen, validated value. Its options are its fields; its documentation and its
tests are its docstring and its examples.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, field_validator

from newslint.finding import Fix, Problem, Related, Severity
from newslint.span import Span

if TYPE_CHECKING:
    from newslint.reading import Reading

#: What a rule may declare in `needs`. `article` structure is always there.
NEEDS = frozenset(
    {
        "sentences",  # Reading.sentences
        "quotations",  # Reading.quotations
        "parse",  # Reading.parses without entities
        "names",  # Reading.parses with entities, and Reading.entities
        "attributions",  # Reading.attributions (implies sentences, quotations, names)
        "readability",  # Reading.readability
        "grammar",  # Reading.grammar
        "date",  # Reading.date
    }
)

_MARK = re.compile(r"\\(\[\[)|\[\[|\]\](?!\])")


@dataclass(frozen=True, slots=True)
class Example:
    r"""A text with its problems marked `[[so]]`; without marks the rule must stay silent.

    `path` chooses the format (`.md`, `.html`, `.txt`), `fixed` is the text after all fixes,
    `date` the article's date (ISO). `options` sets the rule's options. A literal `[[` is
    written `\[[`.
    """

    text: str
    fixed: str | None = None
    path: str = "example.md"
    date: str | None = None
    options: tuple[tuple[str, object], ...] = ()

    def unmarked(self) -> tuple[str, tuple[Span, ...]]:
        """Return the source text without marks, and the marked spans in it.

        Raises:
            ValueError: if the marks do not pair up.
        """
        plain: list[str] = []
        spans: list[Span] = []
        length = last = 0
        start: int | None = None
        for match in _MARK.finditer(self.text):
            plain.append(self.text[last : match.start()])
            length += match.start() - last
            last = match.end()
            if match[1]:
                plain.append("[[")
                length += 2
            elif match[0] == "[[":
                if start is not None:
                    raise ValueError(f"marks do not nest: {self.text!r}")
                start = length
            elif start is None:  # a "]]" that closes nothing is text
                plain.append("]]")
                length += 2
            else:
                spans.append(Span(start, length))
                start = None
        if start is not None:
            raise ValueError(f"a [[ is never closed: {self.text!r}")
        plain.append(self.text[last:])
        return "".join(plain), tuple(spans)


class Rule(BaseModel):
    """The base of all rules. A subclass states what it checks, once.

    Class attributes: `examples` (at least two that fire and two that do not), `needs` (what
    of the `Reading` it asks for), `standards` (addresses of the editorial standards behind
    it), `status` (`preview` rules are off by default), `on` (whether it runs by default),
    `fixes` (what kind of fix it offers), `genres_off` (genres in which it does not run),
    `about_words` (whether it questions words as such, which a vocabulary may accept), `exact`
    (why a finding cannot be wrong by construction: arithmetic, or the form of the file).
    `reach` is `block` for a rule that says of each block what it would say of it alone, seen as
    an `excerpt`; it is then not asked again about a block that stays as it is.
    """

    # What validates a rule is made when there is something to validate.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: str
    message: str
    severity: Severity = Severity.WARNING
    link: str | None = None

    examples: ClassVar[tuple[Example, ...]] = ()
    needs: ClassVar[frozenset[str]] = frozenset()
    standards: ClassVar[tuple[str, ...]] = ()
    status: ClassVar[Literal["stable", "preview"]] = "stable"
    on: ClassVar[bool] = True
    fixes: ClassVar[Literal["safe", "unsafe", "none"]] = "none"
    genres_off: ClassVar[frozenset[str]] = frozenset()
    about_words: ClassVar[bool] = False
    reach: ClassVar[Literal["article", "block"]] = "article"
    exact: ClassVar[str] = ""

    @field_validator("severity", mode="before")
    @classmethod
    def _severity_by_name(cls, value: object) -> object:
        if isinstance(value, str):
            try:
                return Severity[value.upper()]
            except KeyError:
                raise ValueError("severity is one of suggestion, warning, error") from None
        return value

    @property
    def group(self) -> str:
        """The part of the id before the first full stop."""
        return self.id.partition(".")[0]

    @property
    def keeps_to_blocks(self) -> bool:
        """Whether the rule, with the options it has, looks no further than one block."""
        return self.reach == "block"

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the problems of an article, in any order."""
        raise NotImplementedError

    def problem(
        self,
        span: Span,
        *words: str,
        message: str | None = None,
        fix: Fix | None = None,
        at_most: Severity | None = None,
        document: bool = False,
        in_source: bool = False,
        related: tuple[Related, ...] = (),
    ) -> Problem:
        """Make a problem at `span`; each `%s` of the message takes one of `words`."""
        text = self.message if message is None else message
        if words:
            head, *rest = text.split("%s")
            filled = [head]
            for index, piece in enumerate(rest):
                filled += (words[index] if index < len(words) else "%s", piece)
            text = "".join(filled)
        return Problem(
            span,
            text,
            fix=fix,
            at_most=at_most,
            document=document,
            in_source=in_source,
            related=related,
        )


@dataclass(frozen=True, slots=True)
class RuleSpec:
    """A rule as the registry holds it: the default instance with all that is known of it."""

    rule: Rule
    summary: str
    why: str
    kind: Literal["check", "pattern"]
    examples: tuple[Example, ...]
    needs: frozenset[str]
    standards: tuple[str, ...] = ()
    status: Literal["stable", "preview"] = "stable"
    on: bool = True
    fixes: Literal["safe", "unsafe", "none"] = "none"
    genres_off: frozenset[str] = frozenset()
    origin: str = "newslint"  # the package or folder it came from
    exact: str = ""  # why a finding cannot be wrong by construction

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id


def spec_of(cls: type[Rule], origin: str) -> RuleSpec:
    """Return the spec of a rule written in Python, from its class alone.

    Raises:
        ValueError: if the class has no docstring or declares an unknown need.
    """
    doc = inspect.getdoc(cls) if cls.__doc__ else None
    if not doc or cls.__doc__ == Rule.__doc__:
        raise ValueError(f"rule {cls.__module__}.{cls.__name__} has no docstring")
    unknown = cls.needs - NEEDS
    if unknown:
        raise ValueError(f"rule {cls.__module__}.{cls.__name__} needs unknown {sorted(unknown)}")
    summary, _, why = doc.partition("\n\n")
    return RuleSpec(
        rule=_with_defaults(cls),
        summary=" ".join(summary.split()),
        why=why.strip(),
        kind="check",
        examples=cls.examples,
        needs=cls.needs,
        standards=cls.standards,
        status=cls.status,
        on=cls.on and cls.status == "stable",
        fixes=cls.fixes,
        genres_off=cls.genres_off,
        origin=origin,
        exact=cls.exact,
    )


def _with_defaults(cls: type[Rule]) -> Rule:
    """Return the rule as its class states it. Defaults are not validated, as everywhere.

    Raises:
        ValueError: if a field has no default, or the class itself refuses its defaults.
    """
    validators = cls.__pydantic_decorators__.model_validators
    if validators or any(field.is_required() for field in cls.model_fields.values()):
        return cls.model_validate({})
    nothing: dict[str, Any] = {}
    return cls.model_construct(**nothing)
