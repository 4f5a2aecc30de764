"""The rule reference: Markdown pages made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from urllib.parse import urlsplit

from newslint.cards import ENOUGH, agreement, card_of
from newslint.reports.rule_data import set_options
from newslint.reports.rule_text import short
from newslint.rule import Example, RuleSpec

_NOTE = "<!-- Made by scripts/generate_docs.py from the rules. Do not edit. -->"


def pages(specs: Iterable[RuleSpec]) -> dict[str, str]:
    """Return the reference as Markdown, by file name: `README.md` and a page for each group."""
    ordered = sorted(specs, key=lambda spec: spec.id)
    groups = {
        group: list(members) for group, members in groupby(ordered, key=lambda s: s.rule.group)
    }
    found = {"README.md": _index(groups)}
    for group, members in groups.items():
        parts = [_NOTE, f"# Rules: {group}", *(section(spec) for spec in members)]
        found[f"{group}.md"] = "\n\n".join(parts) + "\n"
    return found


def _index(groups: dict[str, list[RuleSpec]]) -> str:
    parts = [
        _NOTE,
        "# Rules",
        "A rule's id is its group and its name. `newslint explain RULE` shows the same in the "
        "terminal. In the configuration a rule or a group is set to `off`, `on`, a severity, or "
        "a table of severity and options:",
        '```toml\n[rules]\n"language" = "suggestion"\n'
        '"readability.long-sentence" = {severity = "warning", max = 30}\n```',
        "What was measured of a rule stands with it. Precision is the share of its findings on "
        "real articles that an editor would keep, in the half of the files that is set aside "
        "for judging ([how, and what the figures are worth](../precision.md)); "
        f"from {ENOUGH} judged findings on it counts as proven, and the number "
        "behind “at least” is the lower end of its 95 % confidence interval. Recall is the "
        "share it finds of the faults planted for it in invented stories. "
        f"As a check on the judging, {agreement()}.",
    ]
    for group, members in groups.items():
        rows = [
            f"| [`{spec.id}`]({group}.md#{_anchor(spec)}) | {spec.rule.severity.label} | "
            f"{_default(spec)} | {_cell(spec.summary)} |"
            for spec in members
        ]
        head = "| Rule | Severity | Default | What to do |\n|---|---|---|---|"
        parts += [f"## {group}", "\n".join([head, *rows])]
    return "\n\n".join(parts) + "\n"


def section(spec: RuleSpec) -> str:
    """Return all there is to say of one rule, under a heading, as Markdown."""
    facts = [spec.rule.severity.label, _default(spec)]
    if spec.fixes != "none":
        facts.append("fixes by itself" if spec.fixes == "safe" else "offers an unsafe fix")
    if spec.genres_off:
        facts.append(f"off in {', '.join(sorted(spec.genres_off))}")
    parts = [f"## {spec.id}", f"*{' · '.join(facts)}*", f"**{spec.summary}**"]
    if spec.why:
        parts.append(spec.why)
    card = card_of(spec)
    if card is not None:
        parts.append(f"Measured: {card.in_words()}")
    for title, marked in (("Reported:", True), ("Not reported:", False)):
        examples = [e for e in spec.examples if bool(e.unmarked()[1]) is marked]
        if examples:
            parts += [title, "\n\n".join(_example(e) for e in examples)]
    options = [
        f"- `{option.name}` (`{short(option.default)}`)"
        + (f": {option.meaning}" if option.meaning else "")
        for option in set_options(spec.rule)
    ]
    if options:
        parts += ["Options:", "\n".join(options)]
    if spec.standards:
        links = ", ".join(f"[{urlsplit(s).netloc}]({s})" for s in spec.standards)
        parts.append(f"Standards: {links}")
    return "\n\n".join(parts)


def _example(example: Example) -> str:
    """Return an example in a code block, its problems marked `[[so]]`."""
    text = example.text if example.fixed is None else f"{example.text}\n→ {example.fixed}"
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text.rstrip()}\n{fence}"


def _default(spec: RuleSpec) -> str:
    if spec.status == "preview":
        return "off (preview)"
    return "on" if spec.on else "off"


def _anchor(spec: RuleSpec) -> str:
    """Return the anchor that code hosts make of a heading with the rule's id."""
    return spec.id.replace(".", "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
