"""Rules that keep to blocks: what they said of a block is not asked again.

A rule whose reach is one block says the same of a block as long as the block, the marks and
quotations in it, and what is attributed in it stay the same. What it said is kept with places
counted from there, and of an article under work only the blocks that changed are shown to it,
as an excerpt. Blocks that share an attribution count as one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace

from newslint.finding import Edit, Fix, Problem
from newslint.reading import Reading, with_implied
from newslint.recent import Recent
from newslint.rule import Rule
from newslint.span import Span

#: What an entry weighs in bytes, about: itself, each problem in it, each letter of its block.
_ENTRY, _PROBLEM, _LETTER = 5_500, 700, 4


@dataclass(frozen=True)
class RuleSet:
    """Rules as a key, or part of one: equal where all rules and their options are."""

    rules: tuple[Rule, ...]

    def __hash__(self) -> int:
        """Return what equal rules share: options need not be hashable."""
        return hash(tuple(rule.id for rule in self.rules))


@dataclass(frozen=True, slots=True)
class _Said:
    """What rules said of a passage: problems by rule, placed from where the passage starts.

    It holds as long as the whole article tells what it told them, by the functions asked.
    """

    problems: dict[str, list[Problem]]
    told: dict[Callable[[Reading], object], object]

    def holds(self, reading: Reading) -> bool:
        return all(ask(reading) == answer for ask, answer in self.told.items())


def said_of_blocks(
    reading: Reading, rules: Sequence[Rule], recent: Recent
) -> dict[str, list[Problem]]:
    """Return the problems of the rules that keep to blocks, by the rules' ids.

    A rule that is not in the result is to be asked about the whole article: it looks further
    than one block, or it failed, lacks something, or asked for what it did not declare.
    """
    near = tuple(rule for rule in rules if rule.keeps_to_blocks)
    if not near:
        return {}
    needs = with_implied(need for rule in near for need in rule.needs)
    try:
        same = _same_for_all_blocks(reading, near, needs, recent)
        passages = reading.passages(needs)
        said = [_recalled(reading, recent, (same, key)) for _, key in passages]
    except Exception:  # noqa: BLE001 - whoever asks for what is missing will say so
        return {}
    new = [n for n, known in enumerate(said) if known is None]
    asked = _asked(reading, near, [passages[n][0] for n in new])
    for n, found in zip(new, asked, strict=True):
        blocks, key = passages[n]
        letters = sum(len(reading.blocks[i].span) for i in blocks)
        count = sum(map(len, found.problems.values()))
        said[n] = recent.put(
            (same, key), found, _ENTRY * len(blocks) + _LETTER * letters + _PROBLEM * count
        )
    known = [
        (one.problems, reading.blocks[blocks[0]].span.start)
        for one, (blocks, _) in zip(said, passages, strict=True)
        if one is not None
    ]
    return {
        rule.id: [_moved(p, start) for problems, start in known for p in problems[rule.id]]
        for rule in near
        if all(rule.id in problems for problems, _ in known)
    }


def _recalled(reading: Reading, recent: Recent, key: Hashable) -> _Said | None:
    found: _Said | None = recent.get(key)
    return found if found is not None and found.holds(reading) else None


def _same_for_all_blocks(
    reading: Reading, rules: tuple[Rule, ...], needs: frozenset[str], recent: Recent
) -> object:
    """Return what stands, in a key, for the rules and for what they see of the article."""
    article = reading.article
    keys = tuple(sorted(article.keys.items()))
    date = reading.date if "date" in needs else None
    key = ("rules of blocks", RuleSet(rules), article.path, article.format, keys, date)
    return recent.get(key) or recent.put(key, object(), _ENTRY)


def _asked(
    reading: Reading, rules: Sequence[Rule], passages: Sequence[Sequence[int]]
) -> list[_Said]:
    """Return what the rules say of some passages, for each of these."""
    if not passages:
        return []
    found: list[dict[str, list[Problem]]] = [{} for _ in passages]
    spans = [Span(_block(reading, p[0]).start, _block(reading, p[-1]).end) for p in passages]
    starts = [span.start for span in spans]
    excerpt = reading.excerpt([index for passage in passages for index in passage])
    for rule in rules:
        try:
            problems = list(rule.check(excerpt.declaring(rule.needs)))
        except Exception:  # noqa: BLE001 - asked about the article, it fails in its own name
            continue
        places = [max(0, bisect_right(starts, p.span.start) - 1) for p in problems]
        if not all(_is_inside(p, spans[at]) for p, at in zip(problems, places, strict=True)):
            continue
        for said in found:
            said[rule.id] = []
        for problem, at in zip(problems, places, strict=True):
            found[at][rule.id].append(_moved(problem, -starts[at]))
    told = excerpt.asked_of_article()
    return [_Said(problems, told) for problems in found]


def _block(reading: Reading, index: int) -> Span:
    return reading.blocks[index].span


def _is_inside(problem: Problem, passage: Span) -> bool:
    """Return whether all that a problem points at lies in a passage."""
    places = [problem.span, *(related.span for related in problem.related)]
    places += [edit.span for edit in problem.fix.edits] if problem.fix else []
    return not (problem.in_source or problem.document) and all(map(passage.covers, places))


def _moved(problem: Problem, by: int) -> Problem:
    """Return a problem `by` characters further on."""
    if not by:
        return problem
    fix = problem.fix
    if fix is not None:
        edits = tuple(Edit(e.span.shifted(by), e.replacement) for e in fix.edits)
        fix = Fix(edits, fix.safe)
    related = tuple(replace(r, span=r.span.shifted(by)) for r in problem.related)
    return replace(problem, span=problem.span.shifted(by), fix=fix, related=related)
