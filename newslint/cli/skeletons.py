"""What a new rule is written from."""

from __future__ import annotations

from string import Template

_PATTERN = """extends: existence
message: "“%s”: say what is wrong, and what to do."
severity: suggestion
description: Tell the writer what to do, in one line.
why: >-
  Say what a reader loses otherwise.
ignorecase: true
tokens:
  - words to look for
  - other words to look for
examples:
  - text: "A sentence with the [[fault]]."
  - text: "Another sentence with the [[fault]]."
  - text: "A sentence that looks like it and is right."
  - text: "“Somebody says it with the fault,” said Ines Abeka, the mayor."
"""

_CHECK = Template('''from collections.abc import Iterator
from typing import ClassVar

from newslint import Example, Problem, Reading, Rule, Severity


class $name(Rule):
    """Tell the writer what to do, in one line.

    Say what a reader loses otherwise.
    """

    id: str = "$rule"
    message: str = "“%s”: say what is wrong, and what to do."
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar = frozenset({"sentences", "quotations"})
    examples: ClassVar = (
        Example("[[A sentence with the fault.]] Another one."),
        Example("A sentence. [[Another sentence with the fault.]]"),
        Example("A sentence that looks like it and is right."),
        Example("“Somebody says it with the fault,” said Ines Abeka, the mayor."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        for sentence in reading.sentences:
            words = sentence.span.cut(reading.text)
            if self.is_wrong(words) and not reading.quotations.touches(sentence.span):
                yield self.problem(sentence.span, words)

    def is_wrong(self, words: str) -> bool:
        return False
''')


def skeleton(rule_id: str, kind: str) -> str:
    """Return the text of a new rule file of this kind, `pattern` or `check`."""
    if kind == "pattern":
        return _PATTERN
    name = rule_id.partition(".")[2].title().replace("-", "")
    return _CHECK.substitute(rule=rule_id, name=name)
