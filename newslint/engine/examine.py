"""One article: rules to problems to findings. Pure: the same everywhere newslint runs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from newslint.article import Article
from newslint.engine.accepting import Accepted
from newslint.engine.agreement import one_per_fault
from newslint.engine.locate import Locator
from newslint.engine.recalling import said_of_blocks
from newslint.errors import NewslintError, Unavailable
from newslint.finding import Finding
from newslint.lines import Lines
from newslint.reading import Reading
from newslint.recent import Recent
from newslint.result import FileError, Suppressed, Suppression
from newslint.rule import Rule
from newslint.suppression import suppress


@dataclass(frozen=True, slots=True)
class Examined:
    """What the rules say of one article.

    `findings` are sorted and free of exact duplicates. `errors` are rules that failed, and
    parts of the file that could not be read. `unavailable` pairs the ids of rules that could
    not run with what they lacked. `suppressions` are all that the article holds. `ran` are
    the ids of the rules that ran to their end.
    """

    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    errors: tuple[FileError, ...] = ()
    unavailable: tuple[tuple[str, Unavailable], ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    ran: tuple[str, ...] = ()


def examine(
    reading: Reading,
    rules: Sequence[Rule],
    *,
    known: Collection[str] = (),
    today: datetime.date | None = None,
    undeclared: Callable[[str, str], None] | None = None,
    accepted: Accepted | None = None,
    recent: Recent | None = None,
) -> Examined:
    """Run `rules` over an article and return everything that came of it.

    A rule that fails does not keep the others from running, and what it had found by then
    stays. `known` are the ids of all rules there are, for suppressions to name (default:
    `rules`). Suppressions expire against `today`, never without it. A rule that asks for
    what it did not declare is served, and `undeclared` is called with its id and the need;
    without `undeclared` the rule fails. What a rule about words finds is dropped where it is
    `accepted`. What rules that keep to blocks said is looked up in `recent`, and kept there.
    """
    locator = Locator(reading)
    findings: dict[Finding, None] = {}
    errors = note_errors(reading.article)
    unavailable: list[tuple[str, Unavailable]] = []
    failed: set[str] = set()
    said = said_of_blocks(reading, rules, recent) if recent is not None else {}
    for rule in rules:
        view = reading.declaring(rule.needs, _named(rule.id, undeclared))
        words = accepted if rule.about_words else None
        try:
            for problem in said[rule.id] if rule.id in said else rule.check(view):
                finding = locator.finding(rule, problem)
                if finding is not None and not (words and words.accepts(finding)):
                    findings[finding] = None
        except Unavailable as missing:
            unavailable.append((rule.id, missing))
            failed.add(rule.id)
        except Exception as error:  # noqa: BLE001 - a rule may be anybody's code
            errors.append(rule_error(rule.id, error))
            failed.add(rule.id)
    ran = tuple(rule.id for rule in rules if rule.id not in failed)
    outcome = suppress(
        reading,
        without_echoes(one_per_fault(sorted(findings, key=lambda f: f.sort_key)), reading.article),
        rules,
        known=known or [rule.id for rule in rules],
        ran=ran,
        today=today,
    )
    by_id = {rule.id: rule for rule in rules}
    about = [locator.finding(by_id[rule], problem) for rule, problem in outcome.problems]
    kept = dict.fromkeys((*outcome.kept, *(finding for finding in about if finding)))
    return Examined(
        tuple(sorted(kept, key=lambda f: f.sort_key)),
        outcome.suppressed,
        tuple(errors),
        tuple(unavailable),
        outcome.suppressions,
        ran,
    )


def without_echoes(findings: Sequence[Finding], article: Article) -> list[Finding]:
    """Return the findings without those that front matter repeats from the story.

    A standfirst, excerpt and description are often the story's first sentence over again:
    the same words in the same sentence are reported once, in the story if they stand there.
    """
    if article.front_matter is None:
        return list(findings)
    head = article.front_matter.span
    reported = {f.fingerprint for f in findings if not head.covers(f.span)}
    kept: list[Finding] = []
    for finding in findings:
        repeated = head.covers(finding.span) and finding.fingerprint in reported
        if repeated and finding.scope == "span":
            continue
        reported.add(finding.fingerprint)
        kept.append(finding)
    return kept


def lint(
    reading: Reading,
    rules: Sequence[Rule],
    *,
    known: Collection[str] = (),
    today: datetime.date | None = None,
) -> list[Finding]:
    """Return the findings of `rules` in an article, sorted, without the suppressed ones.

    `known` and `today` are as in `examine`.

    Raises:
        Unavailable: if a rule lacks something it needs.
        NewslintError: if a rule fails, or asks for what it did not declare.
    """
    examined = examine(reading, rules, known=known, today=today)
    for _, missing in examined.unavailable:
        raise missing
    for error in examined.errors:
        if error.kind == "rule":
            raise NewslintError(error.message, error.hint)
    return list(examined.findings)


def note_errors(article: Article) -> list[FileError]:
    """Return what could not be read of an article as errors that name the line."""
    lines = Lines(article.source)
    return [
        FileError("parse", f"line {lines.position(n.span.start).line}: {n.message}", n.hint)
        for n in article.notes
    ]


def rule_error(rule: str, error: Exception) -> FileError:
    """Return how a rule that raised `error` is reported."""
    hint = "report it to the authors of the rule; until then switch the rule off"
    if isinstance(error, NewslintError):
        return FileError("rule", f"rule {rule} failed: {error.message}", error.hint or hint, rule)
    message = f"rule {rule} failed: {type(error).__name__}: {error}".rstrip(": ")
    return FileError("rule", message, hint, rule)


def _named(
    rule: str, undeclared: Callable[[str, str], None] | None
) -> Callable[[str], None] | None:
    return None if undeclared is None else lambda need: undeclared(rule, need)
