"""Rules in plain text, for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from newslint.cards import card_of
from newslint.registry import OURS
from newslint.reports.rule_data import Option, set_options
from newslint.reports.visible import one_line, visible
from newslint.rule import Example, RuleSpec
from newslint.span import Span

_WIDTH = 88

#: Paints a word in a style (`bold`, `dim`, `underline`), or leaves it as it is.
Paint = Callable[[str, str], str]


def plain(text: str, style: str) -> str:  # noqa: ARG001 - a Paint
    """Return `text` as it is."""
    return text


def table(specs: Iterable[RuleSpec], paint: Paint = plain) -> str:
    """Return one line for each rule, by group: id, severity, default, summary."""
    ordered = sorted(specs, key=lambda spec: spec.id)
    width = max((len(spec.id) for spec in ordered), default=0)
    lines: list[str] = []
    for group, members in groupby(ordered, key=lambda spec: spec.rule.group):
        lines += ["", paint(group, "bold")] if lines else [paint(group, "bold")]
        for spec in members:
            severity = f"{spec.rule.severity.label:<10}"
            line = f"  {visible(spec.id):<{width}}  {severity}  {one_line(spec.summary)}"
            lines.append(line + paint(_remarks(spec), "dim"))
    count = len(ordered)
    off = sum(not spec.on for spec in ordered)
    lines += ["", f"{count} rules, {off} of them off unless switched on. `newslint explain RULE`"]
    return "\n".join(lines) + "\n"


def explanation(spec: RuleSpec, paint: Paint = plain) -> str:
    """Return all there is to say of one rule, its examples with marks under the problems."""
    parts = [
        f"{paint(visible(spec.id), 'bold')}  {spec.rule.severity.label}{_remarks(spec)}",
        _wrapped(spec.summary),
        *(_wrapped(paragraph) for paragraph in spec.why.split("\n\n") if paragraph.strip()),
        f"Message: {visible(spec.rule.message)}",
    ]
    card = card_of(spec)
    if card is not None:
        parts.append(_wrapped(f"Measured: {card.in_words()}"))
    shown = set_options(spec.rule)
    if shown:
        parts.append("\n".join([paint("Options", "bold"), *map(option_line, shown)]))
    if spec.genres_off:
        parts.append(f"Off in these genres: {', '.join(sorted(spec.genres_off))}")
    for title, marked in (("Reported", True), ("Not reported", False)):
        examples = [e for e in spec.examples if bool(e.unmarked()[1]) is marked]
        if examples:
            lines = [paint(title, "bold")]
            for example in examples:
                lines += [*_example(example, paint), ""]
            parts.append("\n".join(lines).rstrip())
    if spec.standards:
        parts.append("\n".join([paint("Standards", "bold"), *(f"  {s}" for s in spec.standards)]))
    if spec.origin not in OURS:
        parts.append(f"From {visible(spec.origin)}")
    return "\n\n".join(parts) + "\n"


def option_line(option: Option) -> str:
    """Return `name = default`, and what it means."""
    line = f"  {option.name} = {short(option.default)}"
    return f"{line}  {one_line(option.meaning)}" if option.meaning else line


def short(value: object) -> str:
    """Return a default as one would write it in the configuration; long ones cut short."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = one_line(value)
        return f'"{text}"' if len(text) <= 60 else f'"{text[:57]}…"'
    if isinstance(value, list | tuple):
        inner = ", ".join(short(item) for item in value)
        return f"[{inner}]" if len(inner) <= 60 else f"[{len(value)} entries]"
    if isinstance(value, dict):
        inner = ", ".join(f"{key} = {short(item)}" for key, item in value.items() if item)
        return f"{{{inner}}}" if len(inner) <= 60 else f"{{{len(value)} entries}}"
    return str(value)


def _remarks(spec: RuleSpec) -> str:
    remarks = []
    if spec.status == "preview":
        remarks.append("preview")
    if not spec.on:
        remarks.append("off by default")
    if spec.fixes != "none":
        remarks.append("fix" if spec.fixes == "safe" else "unsafe fix")
    return f"  ({', '.join(remarks)})" if remarks else ""


def _example(example: Example, paint: Paint) -> Iterator[str]:
    """Yield the lines of an example, each with carets under what is reported in it."""
    source, spans = example.unmarked()
    for line in _lines(source):
        text = line.cut(source)
        yield f"    {visible(text)}".rstrip()
        inside = [
            Span(max(span.start, line.start), min(span.end, line.end)).shifted(-line.start)
            for span in spans
            if span.overlaps(line)
        ]
        carets = _carets(text, inside)
        if carets:
            yield "    " + paint(carets, "underline")
    if example.fixed is not None:
        fixed = example.fixed
        for number, line in enumerate(_lines(fixed)):
            yield f"  {'  ' if number else '→ '}{visible(line.cut(fixed))}".rstrip()


def _lines(source: str) -> Iterator[Span]:
    """Yield the lines of a text, long ones cut between words."""
    start = 0
    for whole in source.split("\n"):
        end = start + len(whole)
        while end - start > _WIDTH:
            space = source.rfind(" ", start + 1, start + _WIDTH)
            if space < 0:
                break
            yield Span(start, space)
            start = space + 1
        yield Span(start, end)
        start = end + 1


def _carets(line: str, spans: list[Span]) -> str:
    marks = [" "] * len(line)
    for span in spans:
        marks[span.start : span.end] = "^" * len(span)
    return "".join(marks).rstrip()


def _wrapped(text: str) -> str:
    return textwrap.fill(one_line(text), _WIDTH)
