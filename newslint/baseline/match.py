"""Which findings a baseline knows, and which of its entries match nothing any more. Pure.

A finding is known by its rule, its words and its sentence, in its own article. One of the
whole document has no sentence of its own, only a place where it is shown: its cause is the
article, so there it is known by its rule alone. In an article at a new path, known only if the
old path has gone, its headline must match as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from newslint.baseline.form import Baseline, of
from newslint.finding import Finding
from newslint.result import FileResult, Known

#: An entry without its path and count: rule, fingerprint, anchored.
_Identity = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome, and what the baseline would be.

    `results` are without the known findings, which are counted in `baselined`. `unmatched`
    are entries that match nothing, though their rule ran on their article or the article has
    gone. `matched` are the others where they were, `followed` where they are now, and `found`
    are entries for what is new.
    """

    results: tuple[FileResult, ...]
    unmatched: tuple[Known, ...]
    matched: tuple[Known, ...]
    followed: tuple[Known, ...]
    found: tuple[Known, ...]

    @property
    def pruned(self) -> Baseline:
        """The baseline without what matches nothing."""
        return of(self.matched)

    @property
    def shrunk(self) -> Baseline:
        """The same, with articles that moved under their new paths."""
        return of(self.followed)

    @property
    def grown(self) -> Baseline:
        """The same, with everything that is new."""
        return of([*self.followed, *self.found])


def match(
    baseline: Baseline,
    results: Sequence[FileResult],
    name: Callable[[str], str],
    *,
    gone: Callable[[str], bool],
    searched: Callable[[str], bool] = lambda _: True,
    known_rules: Callable[[], Collection[str]] | None = None,
) -> Match:
    """Return what is new among `results`, and what becomes of the baseline.

    `name` gives a result's path as the baseline has it. Of the path of an entry, `gone` says
    whether its article is there no more, and `searched` whether it would have been found if
    it were. An entry of a rule that is not among `known_rules`, which is asked only if need be,
    matches nothing (default: all rules are known).
    """
    ran = {name(result.path): frozenset(result.ran) for result in results}
    here: dict[str, Counter[_Identity]] = {path: Counter() for path in ran}
    pool: dict[_Identity, Counter[str]] = {}
    for entry in baseline.entries:
        if entry.path in here:
            here[entry.path][_at_home(entry)] += entry.count
        elif gone(entry.path):
            pool.setdefault(_identity(entry), Counter())[entry.path] += entry.count

    left, found, kept, used = [], [], [], Counter[Known]()
    for result in sorted(results, key=lambda r: r.path):
        path = name(result.path)
        new = []
        for finding in result.findings:
            entry = known_as(finding, path)
            if here[path][_at_home(entry)] > 0:
                here[path][_at_home(entry)] -= 1
                if entry.rule in ran[path]:
                    kept.append(entry)
            elif old := _take(pool, _identity(entry)):
                used[replace(entry, path=old)] += 1
                kept.append(entry)
            else:
                new.append(finding)
                found.append(entry)
        known = len(result.findings) - len(new)
        left.append(replace(result, findings=tuple(new), baselined=result.baselined + known))

    unmatched, matched, followed = [], [], kept
    for entry in baseline.entries:
        if entry.path not in ran and not gone(entry.path):
            matched.append(entry)
            followed.append(entry)
            continue
        taken, stale = entry.count, 0
        if entry.path not in ran:
            taken = used[replace(entry, count=1)]
            stale = entry.count - taken if searched(entry.path) else 0
        elif entry.rule in ran[entry.path]:
            stale = min(here[entry.path][_at_home(entry)], entry.count)
            here[entry.path][_at_home(entry)] -= stale
        elif known_rules is not None and entry.rule not in known_rules():
            stale = entry.count
        else:  # its rule did not run, so that nothing can be said
            taken = 0
        if stale:
            unmatched.append(replace(entry, count=stale))
        matched.append(replace(entry, count=entry.count - stale))
        followed.append(replace(entry, count=max(entry.count - stale - taken, 0)))
    return Match(tuple(left), tuple(unmatched), tuple(matched), tuple(followed), tuple(found))


def known_as(finding: Finding, path: str) -> Known:
    """Return the entry for one finding in the article that the baseline calls `path`."""
    return Known(path, finding.rule, finding.fingerprint, 1, finding.anchored)


def _identity(entry: Known) -> _Identity:
    return (entry.rule, entry.fingerprint, entry.anchored)


def _at_home(entry: Known) -> _Identity:
    return (entry.rule, "" if entry.anchored else entry.fingerprint, entry.anchored)


def _take(pool: dict[_Identity, Counter[str]], identity: _Identity) -> str | None:
    """Take one finding of an article that has gone out of the pool; return its old path."""
    paths = pool.get(identity, Counter())
    for path in sorted(paths):
        if paths[path] > 0:
            paths[path] -= 1
            return path
    return None
