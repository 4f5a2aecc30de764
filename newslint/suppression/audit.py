"""What becomes of every suppression of an article: for those who look after them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping

from newslint.article import Article
from newslint.lines import Lines
from newslint.result import Suppression, SuppressionState
from newslint.suppression.directives import Directive, Fault, Target


def audit(
    article: Article,
    directives: Iterable[Directive],
    faults: Iterable[Fault],
    *,
    uses: Mapping[Target, int],
    checked: Callable[[str], bool],
    unknown: Callable[[str], str | None],
    today: datetime.date | None,
) -> tuple[Suppression, ...]:
    """Return every suppression in source order, `on` left out, with its state.

    `uses` says how many findings each rule or group named in a directive suppressed;
    `checked` whether any rule of that name ran to its end; `unknown` what is wrong with the
    name, if there is no such rule. Without `today` none is expired.
    """
    lines = Lines(article.source)
    found = [
        Suppression(
            f.span, lines.position(f.span.start).line, "", (), "malformed", detail=f.message
        )
        for f in faults
        if not f.harmless
    ]
    for one in directives:
        if one.verb == "on":
            continue
        state, detail = _state(one, uses, checked, unknown, today)
        found.append(
            Suppression(
                one.span,
                lines.position(one.span.start).line,
                one.verb,
                tuple(target.name for target in one.targets),
                state,
                one.terms.reason,
                one.terms.by,
                one.terms.until,
                sum(uses.get(target, 0) for target in one.targets),
                detail,
            )
        )
    return tuple(sorted(found, key=lambda one: one.span))


def _state(
    one: Directive,
    uses: Mapping[Target, int],
    checked: Callable[[str], bool],
    unknown: Callable[[str], str | None],
    today: datetime.date | None,
) -> tuple[SuppressionState, str]:
    """Return the state of a directive and what is wrong with it; the worst comes first."""
    names = [target.name for target in one.targets]
    wrong = [message for name in names if (message := unknown(name))]
    if wrong:
        return "malformed", "; ".join(wrong)
    if today and one.terms.until and one.terms.until < today:
        return "expired", "it has no effect any more"
    idle = [target.name for target in one.targets if not uses.get(target)]
    unused = [name for name in idle if checked(name)]
    if unused:
        return "unused", f"nothing is reported by {', '.join(unused)}"
    if not one.terms.reason:
        return "no reason", 'add " -- " and why after the rule'
    if len(idle) == len(names):
        return "not checked", "its rules did not run"
    return "active", ""
