"""One finding for one fault, however many checkers see it."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.finding import Finding

#: Two faults may well overlap in a long stretch of text, but hardly in so few words.
_SAME_PLACE = 5
_LEAD, _SENTENCE = "structure.long-lead", "readability.long-sentence"
_GROUP = "grammar"
#: Whatever rule of this group speaks, it asks who says so.
_ONE_QUESTION = "attribution"
#: Rules about how words sound, and the groups that know the same words for a graver fault.
_GRAVER = {
    "language.journalese": frozenset({"anonymity", "attribution", "claims", "quotes"}),
    "language.loaded-word": frozenset({"quotes"}),
}
#: Rules that may see what another has told already, at most so many code points before.
_AGAIN = {
    "structure.unsigned-quote": ("quotes.unattributed-quote", 0),
    "numbers.told-arithmetic": ("numbers.percent-arithmetic", 20),
    "consistency.number-conflict": ("consistency.detail-conflict", 0),
}
# Our own rules know news. Harper is always there, so that what it says is the same with and
# without a server; a word from LanguageTool that comes with a remedy is still better than
# one without.
_RANKS = ("newslint", "harper")


def one_per_fault(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those of a grammar engine that another one covers.

    A long lead is not reported a second time as a long sentence, and words that another rule
    finds a graver fault in are not reported a second time for how they sound. Nor is a
    quotation without a speaker for standing apart, or a percentage beside its figures twice.
    Of few words it is asked once who says so: "as everyone knows" has no agent, is hearsay and
    names a crowd.

    An engine's finding is left out where a better finding about grammar overlaps it, and
    the two together take up at most five words. Better is: first what a rule of newslint
    says, then what comes with a fix, then Harper's word before LanguageTool's. The order of
    `findings`, which is by place, is kept. Of two of newslint's own rules that mark the same
    words, the one with a fix is heard.
    """
    leads = {f.span for f in findings if f.rule == _LEAD}
    findings = [f for f in findings if f.rule != _SENTENCE or f.span not in leads]
    findings = [f for f in findings if not (_is_told(f, findings) or _is_again(f, findings))]
    asked = [f for f in findings if f.group == _ONE_QUESTION and f.scope == "span"]
    findings = [f for f in findings if f not in asked or not _is_asked(f, asked)]
    grammar = [f for f in findings if f.group == _GROUP and f.scope == "span"]
    kept: list[Finding] = []
    for finding in sorted(grammar, key=_rank):
        if not any(_is_one_fault(finding, other) for other in kept):
            kept.append(finding)
    left_out = set(grammar).difference(kept)
    return [finding for finding in findings if finding not in left_out]


def _is_told(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Return whether a rule about more than wording finds as much fault with the same words."""
    return finding.rule in _GRAVER and any(
        other.group in _GRAVER[finding.rule]
        and other.scope == finding.scope == "span"
        and other.severity >= finding.severity
        and _same_place(finding, other)
        for other in findings
    )


def _is_asked(finding: Finding, asked: Sequence[Finding]) -> bool:
    """Return whether another rule asks who says so of the same words, or of a few around them."""
    return any(
        other.rule != finding.rule
        and other.severity >= finding.severity
        and other.span.covers(finding.span)
        and (other.span != finding.span or other.rule < finding.rule)
        and _same_place(finding, other)
        for other in asked
    )


def _is_again(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Return whether the rule that knows the fault best reports it here or just before."""
    if finding.rule not in _AGAIN:
        return False
    rule, reach = _AGAIN[finding.rule]
    return any(
        other.rule == rule
        and other.severity >= finding.severity
        and other.span.start <= finding.span.start <= other.span.end + reach
        for other in findings
    )


def _rank(finding: Finding) -> tuple[bool, bool, int, str]:
    own = finding.engine == "newslint"
    engine = _RANKS.index(finding.engine) if finding.engine in _RANKS else len(_RANKS)
    return (not own, finding.fix is None, engine, finding.rule)


def _is_one_fault(finding: Finding, other: Finding) -> bool:
    if finding.engine != "newslint":
        return _same_place(finding, other)
    # Two of our own rules may see two faults close by; in the same words they see the same.
    return finding.rule != other.rule and finding.span == other.span


def _same_place(one: Finding, other: Finding) -> bool:
    if not one.span.overlaps(other.span):
        return False
    # One of two spans that overlap starts with the other's, or inside it: what sticks out
    # of the longer one is counted from the excerpts.
    first, second = sorted((one, other), key=lambda f: f.span.start)
    beyond = max(0, second.span.end - first.span.end)
    tail = second.excerpt[len(second.excerpt) - beyond :] if beyond else ""
    return len((first.excerpt + tail).split()) <= _SAME_PLACE
