"""Every example of every rule: what is marked is found, and nothing else."""

from __future__ import annotations

import pytest

from newslint.reading import Analyser
from newslint.registry import load_rules
from newslint.testing import Case, cases, complaint

pytestmark = pytest.mark.model


@pytest.mark.parametrize("case", cases(load_rules()), ids=str)
def test_example(case: Case, analyser: Analyser) -> None:
    wrong = complaint(case.rule, case.example, analyser)
    if wrong:
        pytest.fail(wrong, pytrace=False)
