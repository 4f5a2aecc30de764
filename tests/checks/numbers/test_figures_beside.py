"""What one figure says of others near it: shares, changes, remainders, groups, comparisons."""

from __future__ import annotations

import pytest

from newslint.checks.numbers.told_arithmetic import ToldArithmetic
from tests.checks.conftest import Ask

# Each story with the words that the figures beside them belie.
WRONG = (
    # shares
    "Some 22,000 of the 80,000 huts have no stove, [almost a third].",
    "The yard will shed 60 posts out of 300, [a quarter] of its staff.",
    "Two thirds of the 90 hives, [45 of them], are let.",
    "Three in four of those asked were against it: [212 out of 400].",
    "The islet has 340 people, [fewer than half] of the 520 who lived there once.",
    "The slide took 26 huts and a mill. The huts lost were [almost one in three] of the 260.",
    "The dam holds 60 million litres. It now has 24 million, [less than a third] of that.",
    "Ninety tonnes are allowed, of which Norrey has [12, that is almost a third].",
    # changes
    "The grant was cut by [a third], from £60,000 to £45,000.",
    "The fare has gone up by [£30], from £145 to £185.",
    "There were 61 leaks in May, against 38 in April, [a rise of 23 per cent].",
    "There were 310 calls, against 340 last year, [a rise of 30].",
    "Last year the firm made 300,000 bells. This year it will make 240,000, [a quarter fewer].",
    "Since May 61 hens have died, [seven fewer] than in the same months last year, when 64 died.",
    "Shares in Norrey also gained, [falling] 2.4 per cent.",
    "The quay was to cost £40 million. It now stands at £60 million, [a rise of 20 per cent].",
    # lists of parts
    "The guards took 900 calls in three days: 300 on Monday, 400 on Tuesday and [300] on Friday.",
    "They counted 17 herons on the marsh: nine at Tarn and [seven] at Lindow.",
    "The two yards have nine rafts between them: five at Tarn, [three] at Lindow.",
    "The hall has room, with 60 seats in it. Forty of those are old and [thirty] new.",
    "The debt was £6 million, of which £2 million is owed to a bank and [£5 million] to the mill.",
    "It lost £3 million on a pier and £2 million on a boat; a loss of [£6 million] over the two.",
    "The vote went [76 to 75] in the board's favour, in the 150-seat house.",
    "The 84 masts will stand by May. The first 30 come in April, and the other [64] later.",
    "She owns nine acres by the weir and ploughed four of them, leaving [six].",
    "The weir costs £38 million. A loan brings £24 million and a sale the remaining [£16 million].",
    # multiples
    "Norrey lost £61 million, [nearly double] the £58 million of a year before.",
    "Rents have [doubled] since 2020, when a hut cost £640 a month. It now costs £960.",
    "Some came: 1,900 on Monday, against 310 a year before, [almost a ninefold increase].",
    # remainders
    "On Sunday 19 of the 24 beds were in use, [which left seven] free.",
    "It needs 34 of the 66 seats to rule. It won 31, [four short].",
    "The barn has 14 carts, five of them broken. They used [the remaining eight] on Monday.",
    "The list has 11 names, nine of which are blacked out. [The seven that are not] are old.",
    "Eleven lamps were switched off in May. There are [nine left out of an original 22].",
    # groups
    "The rafts, two of oak and a larger one of ash, sailed at noon. [All four] sank.",
    "The club chose Rhona Tait, Iqbal Shah and Wim Groot as coaches. [Both] begin in June.",
    "The barge serves four villages: [Marl, Tow, Eddle, Pinford and Cray].",
    "It began at three schools, [Marl, Tow, Eddle and Cray], with others to follow.",
    # totals, products, averages
    "It cost £120,000 (roads), £60,000 (parks) and £40,000 (baths), [£240,000 in all].",
    "Of the 14 aldermen, nine were for it and four against; [two abstained].",
    "They took 12 saws, three axes and a crossbow. The [15] weapons will be melted.",
    "The four owners gave a further 180,000 florins: [60,000 each].",
    "Three offers came, of £40,000, £52,000 and £58,000, [an average of £56,000].",
    "Ash stole $738,000. He spent $460,000 on cards, $190,000 on a raft and [$118,000] on hats.",
    # comparisons, votes, rates
    "The weir stood at 3.4 metres on Tuesday, [above] the 3.9 metres of the last flood.",
    "It was 38 per cent, the lowest since 1999. In 2014 it was [35 per cent].",
    "They backed it by 261 votes to 119, [just short of two thirds].",
    "Two of the five judges dissented, which made the ruling [4-1].",
    "The rate is 3.25 per cent. A cut of a quarter of a point would take it, the bank's main rate,"
    " to [2.75 per cent].",
    "Ash owns 38 per cent of it and Bo four per cent. Together they hold [a clear majority].",
    "Pay rose by 4.4 per cent. Prices rose by 2.1 per cent, which [left workers worse off].",
    "It took them three hours to put out the fire. [The five-hour] fight hurt nobody.",
)

RIGHT = (
    "They counted 17 herons on the marsh: ten at Tarn and seven at Lindow.",
    "The team scored 95 points: 30 by Quill and 25 by Holt.",
    "They have met 12 times: once at Tarn, and twice at Lindow in 2019 alone.",
    "The mill has 40 looms: 25 old ones and 15 from Lindow.",
    "The yard has 60 rafts. Forty of those are at Tarn and twenty at Lindow.",
    "The weir costs £38 million. A loan brings £24 million and a sale the remaining £14 million.",
    "The vote went 76 to 74 in the board's favour, in the 150-seat house.",
    "The flood drowned nine cows and four sheep, leaving 60 people without a home.",
    "The quay was to cost £40 million. It now stands at £60 million, a rise of 50 per cent.",
    "Sales were £40 million and profit £6 million, a rise of 20 per cent.",
    "Some 26,000 of the 80,000 huts have no stove, almost a third.",
    "Last year it let 22 of the 80, almost half of them to people from Tow.",
    "The grant was cut by a quarter, from £60,000 to £45,000.",
    "The crew of 22 saw the club's first half, and six of them its second.",
    "On Sunday 19 of the 24 beds were in use, which left five free.",
    "He would need 358 votes. With his 39 and the remaining 160 he would need 159 more.",
    "The rafts, two of oak and a larger one of ash, sailed at noon. All three sank.",
    "Two men, a nurse and a cook were saved. All four are well.",
    "Both the mill and the yard will close. The three huts stay.",
    "They flew on 17, 18 and 20 May. All four rafts were new.",
    "It rained for more than a decade, well over the 40 years of the plan.",
    "The weir stood at 3.4 metres on Tuesday, below the 3.9 metres of the last flood.",
    "The rate was 11.8 per cent in Tow, more than twice the national one.",
    "It took them three hours to put out the fire. The five-hour drive home was long.",
    "They backed it by 240 votes to 130, short of two thirds.",
    "Of the 50 rafts, 20 are oak and 12 ash.",
    "Ash stole $738,000. He spent $460,000 on cards, $190,000 on a raft and $88,000 on hats.",
    "Pay rose by 4.4 per cent. Prices rose by 2.1 per cent, which left workers better off.",
    '"We were 19 of 24, which left seven," he said.',
)


@pytest.mark.parametrize("marked", WRONG)
def test_a_figure_that_others_rule_out_is_marked(marked: str, ask: Ask) -> None:
    story = marked.replace("[", "").replace("]", "")
    expected = marked[marked.index("[") + 1 : marked.index("]")]
    assert expected in [words for words, _ in ask(ToldArithmetic(), story)]


@pytest.mark.parametrize("story", RIGHT)
def test_figures_that_go_together_are_left_alone(story: str, ask: Ask) -> None:
    assert ask(ToldArithmetic(), story) == []


def test_a_headline_gives_the_share_of_its_story(ask: Ask) -> None:
    story = "# Ferry fares to rise by a fifth\n\nFares will go up by 15 per cent, the owner said."
    assert [words for words, _ in ask(ToldArithmetic(), story)] == ["a fifth"]
    assert ask(ToldArithmetic(), story.replace("15", "20")) == []
