"""What a word asks for after it, and what an aside or an opening needs; each beside its cure."""

from __future__ import annotations

import re

import pytest

from newslint.checks.grammar.agreement import Agreement
from newslint.checks.grammar.apostrophe import Apostrophe
from newslint.checks.grammar.broken_pair import BrokenPair
from newslint.checks.grammar.comma_splice import CommaSplice
from newslint.checks.grammar.dangling_opening import DanglingOpening
from newslint.checks.grammar.determiner_number import DeterminerNumber
from newslint.checks.grammar.doubled_word import DoubledWord
from newslint.checks.grammar.left_over_word import LeftOverWord
from newslint.checks.grammar.missing_hyphen import MissingHyphen
from newslint.checks.grammar.missing_word import MissingWord
from newslint.checks.grammar.preposition import Preposition
from newslint.checks.grammar.pronoun_case import PronounCase
from newslint.checks.grammar.stray_comma import StrayComma
from newslint.checks.grammar.tense import Tense
from newslint.checks.grammar.verb_form import VerbForm
from newslint.checks.grammar.word_order import WordOrder
from newslint.checks.grammar.wrong_word import WrongWord
from newslint.rule import Rule
from tests.checks.conftest import Ask

#: The slip and what is meant, in the sentences that each rule is to see.
SLIPS: dict[Rule, list[str]] = {
    VerbForm(): [
        "Guards prevented the crowd [[to enter|from entering]] the hall.",
        "Heavy seas prevented the crew [[to reach|from reaching]] the yacht.",
        "The union accused the firm [[to break|of breaking]] its word.",
        "The report criticised the hospital [[to have|for having]] ignored three warnings.",
        "She succeeded [[to persuade|in persuading]] the board to think again.",
        "They were banned [[to use|from using]] the slipway after dark.",
        "He said he was [[intent to preserve|intent on preserving]] every bar.",
        "Volunteers spent two days [[to search|searching]] the hills.",
        "The letter had [[been was|been]] left in a drawer.",
        "The claim [[was been|was]] examined by two judges.",
        "He thanked the crew, praised the pilot and [[promising|promised]] a full inquiry.",
        "The scheme has helped 40 families [[bought|buy]] a home.",
        "The trawler [[sunk|sank]] off the point on Sunday night.",
    ],
    Preposition(): [
        "The move is at odds [[to|with]] the plan agreed in May.",
        "He was found guilty last month [[for|of]] 14 counts of fraud.",
        "The firm was accused [[for|of]] hiding the risks.",
        "They arrived [[to|at]] the airport four hours late.",
        "The judge sentenced him [[for|to]] six years in prison.",
        "Support [[to|for]] the party has fallen since the scandal.",
        "There has been a sharp rise [[of|in]] the number of thefts from cars.",
        "They won for the first time [[since|in]] 31 years after a late goal.",
    ],
    WrongWord(): [
        "The team set out for [[there|their]] third final in four years.",
        "The amber vase sold for £9, [[there|their]] lowest price since 2014.",
        "He nodded and was [[lead|led]] down to the cells.",
        "The win owed more to luck [[then|than]] to judgment.",
        "About 190 of the workers [[effected|affected]] will be paid in May.",
        "They moved to Lisbon, [[were|where]] rents were lower.",
        "Police spent the night [[pouring|poring]] over maps of the valley.",
        "Engineers looked at the [[damn|dam]] above the town.",
        "The hall fell [[quite|quiet]] at once.",
        "Diesel leaked [[form|from]] a trawler in the harbour.",
        "Dogs must be kept [[of|off]] the sand until Friday.",
        "The score had [[laid|lain]] untouched for more than a century.",
        "The singer, who [[raised|rose]] to fame in 1990, lives abroad.",
        "The village had [[beat|beaten]] its rivals twice.",
        "It sells half of what it [[use|used]] to sell.",
        "They came a week [[earlier as|earlier than]] planned.",
        "His diction was so [[poorly|poor]] that few could follow.",
    ],
    StrayComma(): [
        "Ana Brito, who has led the choir for 20 [[years will|years, will]] step down.",
        "His neighbour, Ines [[Calloway told|Calloway, told]] the jury she had fled.",
        "The mayor, a former [[teacher refused|teacher, refused]] to comment on the report.",
        "Would the bridge [[survive? she|survive, she]] wondered aloud before leaving.",
    ],
    DanglingOpening(): [
        "[[Walking home, a stone hit her|Walking home, she was hit by a stone]] on the arm.",
        "[[Asked about it, there was|Asked about it, he kept]] a long silence.",
        "[[Having read the letters, it was|Having read the letters, she was]] clear that all knew.",
    ],
    WordOrder(): [
        "Members asked what [[was the city|the city was]] doing with the money.",
        "Parents want to know how [[did the man|the man]] get in.",
    ],
    Agreement(): [
        "A recount of the ballots cast abroad and in four provinces [[are|is]] not planned.",
        "The value of the houses and jewels she had sent to friends [[were|was]] put at £2m.",
        "The cost of the repairs, which began in May, [[have|has]] doubled since then.",
        "Each of the schools, some of them a century old, [[need|needs]] a new roof.",
    ],
    MissingWord(): [
        "The hearing is [[expected take|expected to take]] three days.",
        "Residents were [[urged leave|urged to leave]] their homes at once.",
        "He [[said would|said he would]] appeal against the ruling.",
        "The warnings had not been [[acted before|acted on before]] the flood.",
        "It is one [[of country|of the country]]'s oldest mills and the best.",
        "It will be shut [[for rest|for the rest]] of the year.",
    ],
    BrokenPair(): [
        "The strike cost not only the port a week's trade [[and|but also]] the town its fair.",
        "The choice is between a new school [[or|and]] a bigger one.",
        "The fire was as fierce [[than|as]] the one in 1990.",
    ],
    PronounCase(): [
        "The crash left [[he|him]] and two friends in hospital.",
        "A musicologist [[whom|who]] the family hoped would settle it spent a year there.",
        "The people [[which|who]] live there want a bridge.",
    ],
    Apostrophe(): [
        "The [[mens|men's]] final was put off until Sunday.",
        "Last [[years|year's]] winner did not defend the cup.",
        "Three [[player's|players]] who missed the tie are fit again.",
    ],
    CommaSplice(): [
        "Twelve houses were flooded[[, all of them were|. All of them were]] empty.",
        "The club is in debt[[, however it|; however, it]] has kept its best players.",
    ],
    Tense(): [
        "They had hoped that the rain [[will|would]] stop by noon.",
        "When the crew reached it, the hut [[has been burning|had been burning]] for an hour.",
    ],
    DeterminerNumber(): [
        "There are [[less police stations|fewer police stations]] in the county than in 2010.",
    ],
    MissingHyphen(): ["It was won by a [[first time|first-time]] novelist from Cork."],
    LeftOverWord(): ["The keeper, who is 34, [[he signed|signed]] in May."],
    DoubledWord(): ["The firm spent £2m [[on on|on]] a new roof."],
}
PAIRS = [(rule, sentence) for rule, sentences in SLIPS.items() for sentence in sentences]
_MARK = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")

#: Tempting sentences in which nothing is wrong.
SOUND = [
    "Guards stopped the crowd to search bags, and the board banned cars to clear the air.",
    "Police prevented an attempt to cross the border, and praised the decision to stay.",
    "He was convicted for the second time and warned for years.",
    "The board acted before May, when the crew was at odds with it.",
    "The men, were they to be found, would be tried where they live.",
    "The change effected by the board is small, and the cut-off is in May.",
    "His neighbour, Ines Calloway said, was in tears, and the mayor, a teacher said, was not.",
    "Walking home, she was hit by a stone; following the vote, there was silence.",
    "He asked what was wrong. She wanted to know who had won.",
    "A range of birds that nest on the cliffs were counted, as were two kinds of seal.",
    "What worries the islanders are the ferries, which have been late for weeks.",
    "Sixteen boats, none of them insured, were lost. When he came, none of them was in.",
    "She moved in in May and carried on on foot.",
    "It was the first time voters had a choice between one and the other, or neither.",
    "In the last years of the war his fathers and uncles were away.",
]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), PAIRS)
def test_a_slip_is_seen_where_it_is(ask: Ask, rule: Rule, sentence: str) -> None:
    mark = _MARK.search(sentence)
    assert mark is not None
    found = [place for place, _ in ask(rule, _MARK.sub(r"\1", sentence))]
    assert found
    assert any(mark[1] in place or place in mark[1] or mark[1][:-3] in place for place in found)


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), PAIRS)
def test_the_sentence_as_it_should_be_is_left_alone(ask: Ask, rule: Rule, sentence: str) -> None:
    assert ask(rule, _MARK.sub(r"\2", sentence)) == []


@pytest.mark.model
@pytest.mark.parametrize("sentence", SOUND)
def test_a_sentence_that_only_looks_wrong_is_left_alone(ask: Ask, sentence: str) -> None:
    assert [found for rule in SLIPS for found in ask(rule, sentence)] == []
