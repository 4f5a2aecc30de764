"""Slips that can be told from taste, and only in the writer's own words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newslint.checks.grammar.agreement import Agreement
from newslint.checks.grammar.broken_relative import BrokenRelative
from newslint.checks.grammar.comma_splice import CommaSplice
from newslint.checks.grammar.determiner import Determiner
from newslint.checks.grammar.doubled_word import DoubledWord
from newslint.checks.grammar.engine import Engine
from newslint.checks.grammar.missing_plural import MissingPlural
from newslint.checks.grammar.stray_comma import StrayComma
from newslint.checks.grammar.verb_form import VerbForm
from newslint.finding import Problem, Severity
from newslint.language.measures import GrammarIssue
from newslint.language.tokens import Entity, Parse, ParseRequest
from newslint.markup.read import parse_article
from newslint.reading import Reading
from newslint.span import Span
from tests.checks.conftest import Ask


class OneWord:
    """An analyser whose grammar engine dislikes one word, and which knows some names."""

    def __init__(self, word: str, *names: str, kind: str = "Usage") -> None:
        self.word, self.names, self.kind = word, names, kind

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        return [
            Parse(
                (),
                tuple(Entity("PERSON", n, _at(r, n)) for n in self.names if names and n in r.text),
            )
            for r in requests
        ]

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        return [
            (GrammarIssue(_at(r, self.word), "No.", "harper", "Rule", self.kind, ("yes",)),)
            if self.word in r.text
            else ()
            for r in requests
        ]


def _at(request: ParseRequest, word: str) -> Span:
    start = request.text.index(word) + request.offset
    return Span(start, start + len(word))


def problems(rule: Engine, source: str, analyser: OneWord) -> list[Problem]:
    reading = Reading(parse_article(source, "story.md"), analyser).declaring(rule.needs)
    return list(rule.check(reading))


def test_an_engines_finding_keeps_its_origin() -> None:
    (problem,) = problems(Engine(), "It was noo good.", OneWord("noo"))
    assert (problem.engine, problem.engine_rule, problem.message) == ("harper", "Rule", "No.")
    assert problem.fix is not None
    assert not problem.fix.safe


@pytest.mark.parametrize(
    "story",
    ['"It was noo good," Lind said.', "Run `noo` now.", "He read *The noo Book*.", "Ada noo ran."],
)
def test_an_engine_is_not_heard_outside_the_writers_own_words(story: str) -> None:
    assert problems(Engine(), story, OneWord("noo", "Ada noo")) == []


def test_an_engine_can_be_told_to_keep_quiet() -> None:
    assert problems(Engine(never=("Rule",)), "It was noo good.", OneWord("noo")) == []


def test_a_slip_in_a_quotation_is_a_suggestion_to_listen_again() -> None:
    rule = Engine(transcripts=True)
    (problem,) = problems(rule, '"It was noo good," Lind said.', OneWord("noo"))
    assert (problem.at_most, problem.fix) == (Severity.SUGGESTION, None)
    assert problem.message == "A slip of the transcript? Listen again. No."


@pytest.mark.parametrize(
    "story",
    [
        "„Das war noo gut und ich bin nicht der Mann, der das sagt“, said Lind.",
        "“Run `noo` now,” Lind said.",
    ],
)
def test_other_languages_and_code_in_quotations_are_left_alone(story: str) -> None:
    assert problems(Engine(transcripts=True), story, OneWord("noo")) == []


@pytest.mark.parametrize("story", ["They wrote #noo on it.", "They wrote to @noo about it."])
def test_hashtags_and_handles_are_names_to_an_engine(story: str) -> None:
    assert problems(Engine(), story, OneWord("noo")) == []


def test_short_forms_are_names_to_an_engine() -> None:
    assert problems(Engine(), "The NOO met.", OneWord("NOO")) == []


@pytest.mark.parametrize("pair", ["the the", "of of", "and and", "a a"])
def test_small_words_are_never_doubled(ask: Ask, pair: str) -> None:
    assert ask(DoubledWord(), f"They came back to {pair} mill.") == [(pair, Severity.ERROR)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They had had enough.",
        "What that that means is unclear.",
        "It was very very cold in Baden Baden.",
        "The the-the is a bird.",
        "The place they live in in winter is dry.",
        "He said the. The mill burnt.",
        "They won 3 3 times.",
    ],
)
def test_words_that_are_doubled_on_purpose(ask: Ask, sentence: str) -> None:
    assert ask(DoubledWord(), sentence) == []


def test_other_words_doubled_are_a_warning(ask: Ask) -> None:
    assert ask(DoubledWord(), "They closed the mill mill.") == [("mill mill", Severity.WARNING)]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "The river rose all through the night, they have moved the cows to the hill.",
        "The mayor has sold the old mill to a bank, she will build a new one.",
    ],
)
def test_two_sentences_joined_by_a_comma(ask: Ask, sentence: str) -> None:
    assert len(ask(CommaSplice(), sentence)) == 1


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "The river rose all through the night, and they have moved the cows to the hill.",
        "Because the river rose through the night, they have moved the cows to the hill.",
        "For instance, if the river rises in the night, they will move the cows to the hill.",
        "The river rose so fast all through the night, they could not move the cows.",
        "The river did not just rise through the night, it took the bridge as well.",
        "The river rose, they said, and the cows were moved to the hill.",
        "The river will rise again through the night, they said in a note to farmers.",
        "Will the river rise through the night, or is it at its highest now?",
        "The more the river rises through the night, the more they fear for the cows.",
        "The river rose through the night; however, they have not yet moved the cows.",
        "The river rose through the night, they moved the cows, and he slept at last.",
    ],
)
def test_clauses_that_a_comma_may_join(ask: Ask, sentence: str) -> None:
    assert ask(CommaSplice(), sentence) == []


@pytest.mark.model
def test_both_the_is_right_before_a_pair(ask: Ask) -> None:
    rule = Determiner()
    assert ask(rule, "Both the old mills burnt.") == [("Both the old mills", Severity.WARNING)]
    assert ask(rule, "Both the mills and the yard burnt.") == []
    assert ask(rule, "Both the mill by the river and the yard burnt.") == []
    assert ask(rule, '"Both the mills burnt," Lind said.') == []


@pytest.mark.model
def test_which_is_the_time_when_follows_a_time(ask: Ask) -> None:
    rule = BrokenRelative()
    found = ask(rule, "They were sent flour which was the time when the roads had gone.")
    assert found == [("which was the time when", Severity.WARNING)]
    assert ask(rule, "They came in winter, which was the time when the roads had gone.") == []
    assert ask(rule, "They came in 1911, which was the time when the roads had gone.") == []


@pytest.mark.model
def test_a_comma_may_not_part_said_from_that(ask: Ask) -> None:
    rule = StrayComma()
    assert ask(rule, "The owner said, that the mill would close.") == [
        ("said, that", Severity.WARNING)
    ]
    assert ask(rule, "There is a risk, the owner said, that the mill will close.") == []


def test_a_comma_may_not_stand_alone_before_the_verb(ask: Ask) -> None:
    rule = StrayComma()
    assert ask(rule, "It has a well and hence, does not need rain.") == [
        ("and hence, does", Severity.WARNING)
    ]
    assert ask(rule, "It has a well and, hence, does not need rain.") == []
    assert ask(rule, "It has a well and hence, they say, does not need rain.") == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The company lost a third of its sales, it plans to close two mills.", "it plans"),
        ("Police closed the bridge for two hours, this caused queues on the road.", "this caused"),
        ("The council rejected the plan in May, the builder has repaired the hall.", "has"),
        ("She joined the party as a student of law, she became its leader in 2004.", "became"),
        ("The hospital by the river has 200 beds, only 140 of them are in use.", "are"),
        ("The union rejected the offer on Friday, a strike is now likely there.", "strike is"),
        ("The factory makes paper bags, these are sold in 30 countries.", "these are"),
        ("The river rose two metres overnight, many families left their homes.", "left"),
    ],
)
def test_more_ways_to_join_two_sentences(ask: Ask, sentence: str, place: str) -> None:
    ((excerpt, _),) = ask(CommaSplice(), sentence)
    assert excerpt.endswith(place)


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry will come back in May after six years, the county council decided.",
        "The plane had landed at the base in the north, the agency cited a list as saying.",
        "The morning the mill burnt down at the river, they called out the engines.",
        "He said that during the worst weeks of the flood, they have slept in the hall.",
        "I know the pilot well, and while I have no plans to sail, there is no doubt he can.",
        "On each of these trips, the older sailors admit, it becomes harder to come home.",
        "At 29 she still lives at home with her parents, walls covered with the old maps.",
        "Besides the fleet that the owner has built up, his brother has also bought a quay.",
        "There are questions about the mill, given that, as the mayor said, it has no roof.",
    ],
)
def test_what_a_comma_may_set_off(ask: Ask, sentence: str) -> None:
    assert ask(CommaSplice(), sentence) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The price of wood, which has risen for years, remain a problem.", "remain"),
        ("The mayor, who have led the town since May, will go.", "have"),
        ("There was enough beds for all.", "was"),
        ("The board said it don't have enough nurses.", "do"),
        ("Neither of the mills are open.", "are"),
        ("Residents of the street says the noise is worse.", "says"),
        ("Everyone in the two towns were told to leave.", "were"),
        ("The police is looking for two men.", "is"),
        ("There were a fire in the mill on Sunday.", "were"),
        ("The group points out that the pier is old. The groups points out more.", "points"),
    ],
)
def test_verbs_that_do_not_agree(ask: Ask, sentence: str, place: str) -> None:
    assert ask(Agreement(), sentence) == [(place, Severity.WARNING)]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "The majority of the boats are back, and the staff are tired.",
        "She is one of the few people who have seen the mill.",
        "Mending boats is hard, and selling apples is harder.",
        "They let the old man leave, and asked that the mill be sold.",
        "There is a pier and two mills in the town.",
        "The rise in prices and the fall in wages have hit the town.",
        "The politics of the town is dull, and the headquarters are shut.",
        "He's seen the mill, and it's had its day.",
        "If the mill were sold, the town would buy it.",
        "Even more important for many dockers has been the price of bread.",
        "The glass through which sailors view the rocks is dark at night.",
        "It is important that she close the gap by May.",
        "He was 40 when he put the mill up for sale, and it read like a joke.",
        "A steady trickle of sailors stop at the inn, and a share of them are Greek.",
        "Mr. and Mrs. Rahl were not asked, and the mayor, Ana Ruiz, has left.",
        "The harbour agency identifies needs and plans a quay.",
        "They do not sail at night, which hers is not built for.",
        "There were a total of 40 boats, and a few more at sea.",
    ],
)
def test_verbs_that_agree_after_all(ask: Ask, sentence: str) -> None:
    assert ask(Agreement(), sentence) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Three worker were hurt when the roof fell.", "worker"),
        ("The firm will hire 40 worker in the spring.", "worker"),
        ("Many family left the town before dawn.", "family"),
    ],
)
def test_things_that_are_counted_are_in_the_plural(ask: Ask, sentence: str, place: str) -> None:
    assert ask(MissingPlural(), sentence) == [(place, Severity.WARNING)]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "The two man crew rowed a 40 metre boat in June 1911.",
        "The final one of the season is hers.",
        "She is one of the few, and many a boat was lost.",
    ],
)
def test_a_number_may_stand_before_a_single_thing(ask: Ask, sentence: str) -> None:
    assert ask(MissingPlural(), sentence) == []


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "They did everything they could to help the crew.",
        "The town did not found the club, it took it over.",
        "What they want is build a mill.",
        "The port has backing from four banks, and clinics have admitting rights.",
    ],
)
def test_verb_forms_that_are_right(ask: Ask, sentence: str) -> None:
    assert ask(VerbForm(), sentence) == []
