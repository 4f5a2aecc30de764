"""What was expected and what was found, in words and side by side."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import ndiff

from newslint.finding import Finding
from newslint.lines import Lines
from newslint.span import Span

#: A place that was marked: where, and for which rule ("" where there is only one).
Mark = tuple[Span, str]


def differences(
    source: str, marked: Sequence[Mark], findings: Sequence[Finding], *, named: bool = False
) -> list[str]:
    """Return what differs between marks and findings, as lines; none if nothing does.

    First each place that was marked and not found, then each that was found and not marked,
    then the lines of `source` that differ: with `-` as they are marked, with `+` as found.
    With `named`, rules count and are shown.
    """
    found = [(finding.span, finding.rule if named else "") for finding in findings]
    places = Lines(source)
    missing = [mark for mark in sorted(marked) if mark not in found]
    extra = [f for f, mark in zip(findings, found, strict=True) if mark not in marked]
    if not missing and not extra:
        return []
    said = []
    for span, rule in missing:
        at = places.position(span.start)
        who = f" by {rule}" if named else ""
        said.append(f"line {at.line}, column {at.column}: “{span.cut(source)}” is not found{who}")
    for finding in extra:
        at = finding.start
        who = f" by {finding.rule}" if named else ""
        said.append(
            f"line {at.line}, column {at.column}: “{finding.excerpt}” is found{who} and not "
            f"marked: {finding.message}"
        )
    expected = _marked(source, marked).splitlines()
    really = _marked(source, found).splitlines()
    said += [line for line in ndiff(expected, really) if line.startswith(("- ", "+ "))]
    return said


def shown(source: str, spans: Sequence[Span]) -> str:
    """Return `source` with `spans` marked as in an example, or "nothing" without spans."""
    return repr(_marked(source, [(span, "") for span in spans])) if spans else "nothing"


def _marked(source: str, marks: Sequence[Mark]) -> str:
    """Return `source` with the marks written into it."""
    pieces = sorted(
        [(span.start, 1, "[[") for span, _ in marks]
        + [(span.end, 0, "]]" + (f"{{{rule}}}" if rule else "")) for span, rule in marks],
        reverse=True,
    )
    for place, _, piece in pieces:
        source = source[:place] + piece + source[place:]
    return source
