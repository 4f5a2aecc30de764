"""Runs the examples of rules and marked stories: for our own tests and for plug-in authors.

@pytest.mark.parametrize("case", cases(load_rules()), ids=str)
def test_example(case):
    assert complaint(case.rule, case.example, analyser) is None
"""

from newslint.testing.differences import differences, shown
from newslint.testing.examples import Case, cases, complaint, faults, find, fixed
from newslint.testing.stories import MarkedStory, read_marked, tell

__all__ = [
    "Case",
    "MarkedStory",
    "cases",
    "complaint",
    "differences",
    "faults",
    "find",
    "fixed",
    "read_marked",
    "shown",
    "tell",
]
