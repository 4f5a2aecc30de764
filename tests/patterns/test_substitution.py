from __future__ import annotations

from tests.patterns.conftest import Find

RULE = """
extends: substitution
message: "Write '%s', not '%s'."
"""


def test_the_message_gives_the_better_word_first(find: Find) -> None:
    (finding,) = find(RULE + "swap: {'utili[sz]e': use}", "They utilise it.")
    assert finding.message == "Write 'use', not 'utilise'."
    assert finding.excerpt == "utilise"


def test_the_longest_key_wins(find: Find) -> None:
    rule = RULE + "swap: {in order: neat, in order to: to}"
    assert [f.message for f in find(rule, "in order to go")] == ["Write 'to', not 'in order to'."]


def test_groups_in_keys_do_not_upset_the_pairs(find: Find) -> None:
    rule = RULE + r"swap: {'(old|aged) (pier)': wharf, '\(x\)|(?<y>quay)': dock}"
    assert [f.message for f in find(rule, "an old pier and a quay")] == [
        "Write 'wharf', not 'old pier'.",
        "Write 'dock', not 'quay'.",
    ]


def test_what_is_already_right_is_not_reported(find: Find) -> None:
    rule = RULE + "ignorecase: true\nswap: {e-?mail: e-mail}"
    assert [f.excerpt for f in find(rule, "An Email, an e-mail, an E-mail.")] == ["Email"]


def test_alternatives_are_offered_and_not_chosen(find: Find) -> None:
    rule = RULE + "action: {name: replace}\nswap: {leverage: use|apply|exploit}"
    (finding,) = find(rule, "They leverage it.")
    assert finding.message == "Write 'use', 'apply' or 'exploit', not 'leverage'."
    assert finding.fix is None


def test_a_fix_keeps_the_capital_and_says_whether_it_is_safe(find: Find) -> None:
    rule = RULE + (
        "ignorecase: true\ncapitalize: true\naction: {name: replace, safe: true}\n"
        "swap: {prior to: before}"
    )
    (finding,) = find(rule, "Prior to May it fell.")
    assert finding.fix
    assert finding.fix.safe
    assert [edit.replacement for edit in finding.fix.edits] == ["Before"]


def test_there_is_no_fix_across_markup(find: Find) -> None:
    rule = RULE + "action: {name: replace}\nswap: {prior to: before}"
    (finding,) = find(rule, "It fell prior *to* May.")
    assert finding.excerpt == "prior *to"
    assert finding.fix is None


def test_exceptions_and_quotations_are_spared(find: Find) -> None:
    rule = RULE + "swap: {pier: quay}\nexceptions: [Wigan pier]"
    text = "Wigan pier is not a pier. “A pier,” she said."
    assert [f.span.start for f in find(rule, text)] == [20]
