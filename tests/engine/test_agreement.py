"""Several checkers that see one fault make one finding."""

from __future__ import annotations

from dataclasses import replace

from newslint.engine.agreement import one_per_fault
from newslint.finding import Edit, Finding, Fix, Position, Severity
from newslint.span import Span

TEXT = "The crew could of left before the the storm hit the old quay."


def finding(
    words: str, engine: str = "newslint", *, fix: bool = False, rule: str = "grammar.engine"
) -> Finding:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Finding(
        rule,
        Severity.WARNING,
        f"{engine} says so",
        "story.md",
        span,
        Position(1, span.start + 1),
        Position(1, span.end + 1),
        words,
        "0",
        fix=Fix((Edit(span, "x"),)) if fix else None,
        engine=engine,
    )


def test_two_engines_on_one_place_make_one_finding() -> None:
    harper = finding("could of", "harper", fix=True)
    languagetool = finding("of", "languagetool", fix=True)
    assert one_per_fault([harper, languagetool]) == [harper]


def test_a_word_with_a_remedy_is_better_than_one_without() -> None:
    harper = finding("could of", "harper")
    languagetool = finding("of", "languagetool", fix=True)
    assert one_per_fault([harper, languagetool]) == [languagetool]


def test_our_own_rules_come_before_engines() -> None:
    own = finding("the the", rule="grammar.doubled-word")
    engines = [finding("the the", e, fix=True) for e in ("harper", "languagetool")]
    assert one_per_fault([*engines, own]) == [own]


def test_our_own_rules_are_never_left_out() -> None:
    own = [finding("the the", rule="grammar.doubled-word"), finding("the", rule="grammar.other")]
    assert one_per_fault([*own, finding("the the", "harper")]) == own


def test_of_two_own_rules_on_the_same_words_the_one_with_a_fix_is_heard() -> None:
    bare = finding("the the", rule="grammar.agreement")
    with_fix = finding("the the", rule="grammar.doubled-word", fix=True)
    assert one_per_fault([bare, with_fix]) == [with_fix]


def test_of_two_own_rules_without_a_fix_the_first_by_name_is_heard() -> None:
    first = finding("could of", rule="grammar.verb-form")
    second = finding("could of", rule="grammar.wrong-word")
    assert one_per_fault([second, first]) == [first]


def test_a_rule_that_reports_the_same_words_twice_is_heard_twice() -> None:
    one, other = (finding("the the", rule="grammar.doubled-word", fix=fix) for fix in (True, False))
    assert one_per_fault([one, other]) == [one, other]


def test_a_long_stretch_may_hold_several_faults() -> None:
    own = finding("could of left before the the storm hit", rule="grammar.comma-splice")
    harper = finding("could of", "harper", fix=True)
    assert one_per_fault([harper, own]) == [harper, own]


def test_neighbours_are_two_faults() -> None:
    found = [finding("could", "harper"), finding(" of", "languagetool")]
    assert one_per_fault(found) == found


def test_what_other_groups_say_stays() -> None:
    other = finding("could of", rule="language.wordy-phrase")
    harper = finding("could of", "harper")
    assert one_per_fault([harper, other]) == [harper, other]


def test_a_worn_phrase_that_hides_a_source_is_told_as_hiding_it() -> None:
    worn = finding("could of left", rule="language.journalese")
    hiding = finding("of left", rule="attribution.agentless-attribution")
    assert one_per_fault([worn, hiding]) == [hiding]


def test_a_worn_phrase_of_its_own_stays() -> None:
    worn = finding("could of left", rule="language.journalese")
    other = finding("hit", rule="attribution.agentless-attribution")
    assert one_per_fault([worn, other]) == [worn, other]


def test_a_quotation_without_a_speaker_is_not_told_as_set_apart_too() -> None:
    nobody = finding("before the the storm", rule="quotes.unattributed-quote")
    apart = finding("before the the storm", rule="structure.unsigned-quote")
    assert one_per_fault([nobody, apart]) == [nobody]
    assert one_per_fault([apart]) == [apart]


def test_a_percentage_just_behind_its_figures_is_told_once() -> None:
    change = finding("The crew", rule="numbers.percent-arithmetic")
    near, far = (finding(w, rule="numbers.told-arithmetic") for w in ("left", "old quay"))
    assert one_per_fault([change, near, far]) == [change, far]


def test_who_says_so_is_asked_once_of_the_same_few_words() -> None:
    whole = [finding("could of left", rule=f"attribution.{name}") for name in ("agentless", "talk")]
    inner = finding("of", rule="attribution.crowd")
    elsewhere = finding("the old quay", rule="attribution.crowd")
    assert one_per_fault([*whole, inner, elsewhere]) == [whole[0], elsewhere]


def test_a_graver_finding_within_another_is_not_left_out() -> None:
    outer = replace(finding("could of left", rule="attribution.talk"), severity=Severity.SUGGESTION)
    inner = finding("of", rule="attribution.crowd")
    assert one_per_fault([outer, inner]) == [outer, inner]
