from __future__ import annotations

from tests.patterns.conftest import Find

RULE = r"""
extends: conditional
message: "“%s” is not explained"
first: '\b[A-Z]{3,}\b'
second: '\(([A-Z]{3,})\)'
exceptions: [NATO]
"""


def test_what_is_never_answered_is_reported_at_its_first_use(find: Find) -> None:
    (finding,) = find(RULE, "The BHPA met. The BHPA left.")
    assert finding.span.start == 4
    assert finding.message == "“BHPA” is not explained"


def test_an_answer_anywhere_will_do(find: Find) -> None:
    assert find(RULE, "The BHPA met.\n\nThe Brenholt Harbour Pilots (BHPA) left.") == []


def test_exceptions_need_no_answer(find: Find) -> None:
    assert find(RULE, "NATO met.") == []
