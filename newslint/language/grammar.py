"""Grammar by Harper, which is embedded: nothing is sent anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, cached_property
from threading import Thread
from typing import TYPE_CHECKING

from newslint.errors import Unavailable
from newslint.language.keystrokes import is_askable, meant_word
from newslint.language.measures import GrammarIssue
from newslint.language.pieces import Piece, pieces
from newslint.language.tokens import ParseRequest
from newslint.span import Span
from newslint.vocabulary import load

if TYPE_CHECKING:
    from harper import Lint, Linter

_SENTENCE = 300  # characters before a place in which its sentence begins
_SPELLING = "SpellCheck"
_JOINED = frozenset("-–'’@#/_.")  # beside a part of a word, an address or a name


@cache
def enabled_rules() -> frozenset[str]:
    """Return the names of the Harper rules that are on, from `grammar.yml`."""
    data = load("newslint.language", "grammar.yml")
    groups = data.get("groups") if isinstance(data, dict) else None
    found: set[str] = set()
    for group in groups if isinstance(groups, list) else ():
        rules = group.get("rules") if isinstance(group, dict) else None
        found.update(r for r in rules if isinstance(r, str)) if isinstance(rules, list) else None
    return frozenset(found)


@cache
def doubtful_after() -> dict[str, frozenset[str]]:
    """Return the words after which, in one sentence, a Harper rule cannot be believed, by rule."""
    data = load("newslint.language", "grammar.yml")
    rules = data.get("doubtful-after") if isinstance(data, dict) else None
    return {
        str(rule): frozenset(str(word) for word in words)
        for rule, words in (rules.items() if isinstance(rules, dict) else ())
        if isinstance(words, list)
    }


class Harper:
    """Harper with the rules of `enabled_rules`. Its dictionary is built on first use."""

    def __init__(self, rules: frozenset[str] | None = None) -> None:
        """Choose the rules to run, by Harper's names; by default those of `grammar.yml`."""
        self._rules = rules
        self._warming: Thread | None = None

    def warm(self) -> None:
        """Begin to load the dictionary, which all linters share, in the background.

        Harper lets go of the interpreter while it loads: the language model can be loaded
        meanwhile. The linter itself is made where it is used, one for each thread.
        """
        if self._warming is None and "_linter" not in vars(self):
            self._warming = Thread(target=_load_dictionary, daemon=True)
            self._warming.start()

    @cached_property
    def _linter(self) -> Linter:
        if self._warming is not None:
            self._warming.join()
        try:
            import harper
        except ImportError as error:
            raise Unavailable(
                "Harper is not installed, so grammar is not checked",
                "install it with: python -m pip install harper-py",
            ) from error
        linter = harper.Linter()
        wanted = enabled_rules() if self._rules is None else self._rules
        linter.set_lint_config({name: name in wanted for name in linter.get_lint_config()})
        return linter

    @cached_property
    def _spellers(self) -> tuple[Linter, ...]:
        """Return linters that know American and British words, and look for nothing else."""
        import harper

        spellers = tuple(
            harper.Linter(dialect=dialect)
            for dialect in (harper.Dialect.AMERICAN, harper.Dialect.BRITISH)
        )
        for speller in spellers:
            speller.set_lint_config({r: r == _SPELLING for r in speller.get_lint_config()})
        return spellers

    def _is_word(self, word: str) -> bool:
        return any(not speller.lint(word, language="plaintext") for speller in self._spellers)

    def _slip(self, issue: GrammarIssue, piece: Piece) -> GrammarIssue | None:
        """Return the issue if the word is a slip of the keys, with the word that was meant."""
        span = issue.span.shifted(-piece.offset)
        beside = (
            piece.text[max(0, span.start - 1) : span.start] + piece.text[span.end : span.end + 1]
        )
        after = piece.text[span.end : span.end + 2]
        if _JOINED & set(beside.rstrip(".")) or (after[:1] == "." and after[1:].isalnum()):
            return None
        word = span.cut(piece.text)
        meant = meant_word(word, issue.replacements, self._is_word)
        if meant is None:
            return None
        message = f"“{word}” is in no dictionary: is “{meant}” meant?"
        return replace(issue, message=message, replacements=(meant,))

    @property
    def known_rules(self) -> frozenset[str]:
        """The names of all rules that this version of Harper has.

        Raises:
            Unavailable: if Harper is not installed.
        """
        return frozenset(self._linter.get_lint_config())

    def lint(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        """Return the issues of each block, in text order; spans are article coordinates.

        Raises:
            Unavailable: if Harper is not installed.
        """
        found: list[list[GrammarIssue]] = [[] for _ in requests]
        for piece in pieces(requests):
            # Harper counts code points, as newslint does. Markup is gone already: read as
            # Markdown, the text would lose its asterisks. Asking which rule it was is slow,
            # so it is asked only where there is something to ask.
            if not any(map(_is_worth_asking, self._linter.lint(piece.text, language="plaintext"))):
                continue
            by_rule = self._linter.organized_lints(piece.text, language="plaintext")
            for rule, lints in by_rule.items():
                sure = (lint for lint in lints if not _is_doubtful(rule, lint, piece.text))
                for issue in (_issue(lint, rule, piece) for lint in sure):
                    told = self._slip(issue, piece) if rule == _SPELLING else issue
                    found[piece.request].extend(() if told is None else (told,))
        return [tuple(sorted(f, key=lambda i: (i.span, i.engine_rule))) for f in found]


def _is_worth_asking(lint: Lint) -> bool:
    """Return whether a lint may be more than a name that the dictionary has not."""
    unknown = lint.lint_kind == "Spelling" and lint.message.startswith("Did you mean")
    return not unknown or is_askable(lint.problem_text)


def _load_dictionary() -> None:
    with suppress(ImportError):  # who asks for the linter is told
        import harper

        harper.Linter()


def _is_doubtful(rule: str, lint: Lint, text: str) -> bool:
    """Return whether a word before the place, in its sentence, makes the rule unsure."""
    doubtful = doubtful_after().get(rule)
    if doubtful is None:
        return False
    before = text[max(0, lint.span.start - _SENTENCE) : lint.span.start]
    for end in (". ", "! ", "? ", "; "):
        before = before.rpartition(end)[2]
    return any(word.strip(",()“”\"'").lower() in doubtful for word in before.split())


def _issue(lint: Lint, rule: str, piece: Piece) -> GrammarIssue:
    span = Span(lint.span.start, lint.span.end)
    problem = span.cut(piece.text)
    replacements: list[str] = []
    for suggestion in lint.suggestions:
        kind = suggestion.kind.name
        text = suggestion.replacement_text
        replacements.append(
            {"REMOVE": "", "INSERT_AFTER": problem + text}.get(kind, text),
        )
    return GrammarIssue(
        span.shifted(piece.offset),
        lint.message,
        "harper",
        rule,
        lint.lint_kind,
        tuple(replacements),
    )
