"""What a story tells twice: the writer's own contradictions, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.checks.consistency.acronym_conflict import AcronymConflict
from newslint.checks.consistency.amount_conflict import AmountConflict
from newslint.checks.consistency.denial_conflict import DenialConflict
from newslint.checks.consistency.event_conflict import EventConflict
from newslint.checks.consistency.name_variant import NameVariant
from newslint.checks.consistency.number_conflict import NumberConflict
from newslint.checks.consistency.outcome_conflict import OutcomeConflict
from newslint.checks.consistency.pronoun_conflict import PronounConflict
from newslint.checks.consistency.quotation_conflict import QuotationConflict
from newslint.checks.consistency.role_conflict import RoleConflict
from newslint.checks.numbers.multiple_arithmetic import MultipleArithmetic
from newslint.checks.numbers.told_arithmetic import ToldArithmetic
from newslint.finding import Severity
from newslint.rule import Rule
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

CONTRADICTIONS = [
    (
        NumberConflict,
        (
            "Ledger must pay back $370,000 within six years.\n\nHe looked at the "
            "floor.\n\nThe $307,000 will be shared out in May."
        ),
        "$307,000",
    ),
    (
        NumberConflict,
        ("The team cut slices from 36 hives.\n\nIt took a year. The 63 hives are in a barn."),
        "63 hives",
    ),
    (
        NumberConflict,
        ("The van ran a red light at 1.30am.\n\nThe road is dark. The van was seen at 3.10am."),
        "3.10am",
    ),
    (
        NumberConflict,
        ("The van ran a red light at 1.50am.\n\nThe road is dark. The van was seen at 5.10am."),
        "5.10am",
    ),
    (
        ToldArithmetic,
        ("The chain bought ten shops there in 2020 and has since closed four, leaving five."),
        "bought ten shops there in 2020 and has since closed four, leaving five",
    ),
    (ToldArithmetic, "Of the 40 hives, 30, or 60 per cent, were dry.", "30, or 60 per cent"),
    (
        ToldArithmetic,
        "The hives were gathered between 2018 and 2021, over seven summers.",
        "between 2018 and 2021, over seven summers",
    ),
    (
        ToldArithmetic,
        (
            "Councillors voted 21 to 16 to shut the baths.\n\nThe mayor took no pleasure "
            "in winning by seven votes."
        ),
        "winning by seven votes",
    ),
    (
        ToldArithmetic,
        (
            "The firm reported a 20 per cent drop in profit on Monday.\n\nProfit fell to "
            "$90 million from $100 million."
        ),
        "20 per cent drop in profit",
    ),
    (
        OutcomeConflict,
        (
            "The captain had her left knee strapped.\n\nShe played on. She limped off with "
            "ice on her right knee."
        ),
        "right knee",
    ),
    (
        NameVariant,
        ("Police saw the van on Tarrow Road.\n\nIt was late. Film of Tarlow Road is wanted."),
        "Tarlow Road",
    ),
    (
        NameVariant,
        (
            "Roy Dunmore, who fishes from Holm, lost a boat.\n\nIt was like a storm, said "
            "Ray Dunmore."
        ),
        "Ray Dunmore",
    ),
    (
        AmountConflict,
        ("They had two sons and a daughter.\n\nThe boat was theirs. She leaves her three sons."),
        "three sons",
    ),
    (
        ToldArithmetic,
        (
            "In 1960 she married Otto Lane, a guard.\n\nHe drove until his death in 1990 "
            "after 41 years of marriage."
        ),
        "after 41 years of marriage",
    ),
    (
        AmountConflict,
        (
            "Juno Marsh won the hill race on Sunday, three minutes ahead of Lis "
            "Hart.\n\nShe is a nurse. The course was wet.\n\nMarsh won by five minutes, "
            "the biggest gap in ten years."
        ),
        "five minutes",
    ),
    (
        AmountConflict,
        (
            "The charity said the dairy lost a tenth of its milk to leaks.\n\nIt has 400 "
            "cows. The dairy loses a quarter of its milk to leaks."
        ),
        "a quarter of its milk",
    ),
    (
        AmountConflict,
        (
            "A family of four was put out of the house in Fern Lane where they had lived "
            'for 21 years.\n\n"I planted that tree," said Olive Tuck, 63. Tuck moved in '
            "26 years ago."
        ),
        "26 years ago",
    ),
    (
        AmountConflict,
        (
            "Abel Lunt has run the bakery for 12 years.\n\nHe opens at five. Lunt took "
            "over the bakery 15 years ago."
        ),
        "15 years ago",
    ),
    (
        AmountConflict,
        (
            "Jean Farr said the repairs to the lock would take six weeks.\n\nTraders are "
            "cross. The lock will reopen in three months, Farr said."
        ),
        "three months",
    ),
    (
        AmountConflict,
        (
            "A farmer was fined £45,000 on Monday after a slurry spill.\n\nAlan Beel, 61, "
            "admitted two offences. He was fined £30,000 for the first offence and £25,000 "
            "for the second."
        ),
        "£30,000 for the first offence and £25,000 for the second",
    ),
    (
        DenialConflict,
        (
            "The inspector, Paula Dench, admitted that she had not asked for the "
            "diary.\n\nThe home has 40 beds.\n\nDench said she had asked for the diary and "
            "been told it was lost."
        ),
        "had asked for the diary",
    ),
    (
        DenialConflict,
        (
            "The council will appeal against the ruling, its leader said.\n\nThe case took "
            "a year.\n\nThe council will not appeal against the ruling."
        ),
        "will not appeal against the ruling",
    ),
    (
        EventConflict,
        (
            "Two doctors traced the outbreak to a wedding on 3 January.\n\nNine people are "
            "ill. The wedding took place on 10 January."
        ),
        "10 January",
    ),
    (
        PronounConflict,
        (
            'Mara Ilves, who runs the ferry office, said the boat was full. "We turned '
            'back twice," she said.\n\nIlves has worked at the office since 2001. He '
            "started as a deckhand."
        ),
        "He",
    ),
    (
        PronounConflict,
        (
            "Tom Brandt, the harbour master, closed the quay on Monday. Brandt said he had "
            "no choice.\n\nThe quay is old.\n\nBrandt, her voice breaking, thanked the "
            "crews."
        ),
        "her",
    ),
    (
        PronounConflict,
        (
            "Mr Lund opened the exhibition on Friday. The hall was full.\n\nMr Lund said "
            "she was proud of the pupils."
        ),
        "she",
    ),
    (
        AcronymConflict,
        (
            "The Northern Rail Users' Association (NRUA) asked for more trains.\n\nThe "
            "line is busy.\n\nThe National Rail Users' Alliance (NRUA) has 400 members."
        ),
        "National Rail Users' Alliance (NRUA)",
    ),
    (
        AmountConflict,
        (
            "The bridge will cost £4.6 million, the council said.\n\nWork starts in May. "
            "Drivers are glad.\n\nThe $4.6 million bridge will carry two lanes."
        ),
        "$4.6 million",
    ),
    (
        MultipleArithmetic,
        "The number of complaints doubled from 40 to 120 last year.",
        "doubled from 40 to 120",
    ),
    (
        MultipleArithmetic,
        "Visitors to the park halved, from 900 to 600, after the fee was raised.",
        "halved, from 900 to 600",
    ),
    (
        MultipleArithmetic,
        "The fleet tripled in size, from 12 boats to 24, in five years.",
        "tripled in size, from 12 boats to 24",
    ),
    (
        QuotationConflict,
        (
            '"We were told to wait, and nobody came back for us," said Ada Lind, a '
            'walker.\n\nThe rescue took nine hours.\n\n"We were told to wait, and nobody '
            'came back for us," said Bo Rask, the guide.'
        ),
        '"We were told to wait, and nobody came back for us,"',
    ),
    (
        NameVariant,
        (
            "Anna Berglund, who chairs the school board, said the roof was "
            "safe.\n\nParents are not so sure.\n\nHanna Berglund said the board would meet "
            "again."
        ),
        "Hanna Berglund",
    ),
    (
        NameVariant,
        (
            "The haulier, Baxter & Sons, lost its licence.\n\nIt has 20 lorries.\n\nBaxter "
            "and Son will appeal."
        ),
        "Baxter and Son",
    ),
    (
        NameVariant,
        (
            "The Riverside Housing Trust owns the flats.\n\nTenants are angry. The "
            "Riverside Homes Trust said it would repair them."
        ),
        "Riverside Homes Trust",
    ),
    (
        EventConflict,
        (
            "A house in Mill Lane burned down on Monday night.\n\nNobody was hurt.\n\nThe "
            "fire in Mill Road was out by dawn."
        ),
        "Mill Road",
    ),
    (
        OutcomeConflict,
        (
            "Two walkers were killed by a rockfall on Sunday.\n\nThe path was shut. The "
            "two walkers are in a stable condition in hospital."
        ),
        "are in a stable condition",
    ),
    (
        OutcomeConflict,
        (
            "Carl Voss, 44, died when his boat sank on Monday.\n\nHis crew swam "
            "ashore.\n\nVoss is recovering in hospital, the coastguard said."
        ),
        "is recovering",
    ),
    (
        NumberConflict,
        (
            "Harrow beat Denholm 3-1 in the cup on Saturday.\n\nThe pitch was "
            "heavy.\n\nDenholm lost 4-1 in front of 300 people."
        ),
        "4-1",
    ),
    (
        EventConflict,
        (
            "Thieves broke into the museum on Tuesday and took a crown.\n\nThe alarm was "
            "off.\n\nThe break-in on Wednesday was the second this year."
        ),
        "Wednesday",
    ),
    (
        AmountConflict,
        (
            "Nora Pell, a mother of two, was pulled from the river.\n\nShe is "
            "34.\n\nPell's three children were at school."
        ),
        "three children",
    ),
    (
        NumberConflict,
        (
            "The council voted 9-6 to close the pool.\n\nSwimmers wept.\n\nThe 8-7 vote "
            "followed a long debate."
        ),
        "8-7",
    ),
    (
        AmountConflict,
        (
            "The new head will be paid £80,000 a year.\n\nShe starts in May.\n\nHer salary "
            "of £90,000 has angered staff."
        ),
        "£90,000",
    ),
    (
        AmountConflict,
        (
            "Dale Crick was jailed for six years on Friday.\n\nHis mother wept.\n\nCrick's "
            "five-year sentence was welcomed by the victims."
        ),
        "five-year sentence",
    ),
    (
        AmountConflict,
        (
            "A driver who killed a cyclist has been jailed for four years.\n\nDale Crick, "
            "31, was drunk.\n\nJudge Ama Nour sentenced Crick to five years in prison."
        ),
        "five years",
    ),
    (
        AmountConflict,
        ("The 12-mile path will open in May.\n\nWalkers are glad. The path is 14 miles long."),
        "14 miles long",
    ),
    (
        AmountConflict,
        (
            "# Mill to cut 300 jobs\n\nThe mill will cut 200 jobs, its owners said on "
            "Monday. It has stood for a century."
        ),
        "200 jobs",
    ),
    (
        RoleConflict,
        (
            "The chief executive of the trust, Ray Tull, resigned on Monday.\n\nHe had "
            "been ill.\n\nTull, the trust's finance director, will leave in May."
        ),
        "finance director",
    ),
    (
        RoleConflict,
        (
            "Ama Sarp, a nurse at the clinic, said the ward was full.\n\nIt has ten "
            "beds.\n\nSarp, a doctor, works nights."
        ),
        "doctor",
    ),
    (
        NumberConflict,
        (
            "He was charged with three counts of fraud.\n\nThe court was full. He denied "
            "all four counts."
        ),
        "all four counts",
    ),
    (
        EventConflict,
        (
            "The pool will close in March for repairs.\n\nIt is 40 years old.\n\nThe pool "
            "is due to close in April, the council said."
        ),
        "April",
    ),
    (
        NumberConflict,
        (
            "Turnout was 64 percent.\n\nPolling was calm.\n\nThe 46 percent turnout was "
            "the highest since 1990."
        ),
        "46 percent",
    ),
    (
        NameVariant,
        ("Forty poets, led by Silas Venn, signed a letter.\n\nIt was read aloud.\n\nVen bowed."),
        "Ven",
    ),
    (
        NameVariant,
        (
            "The head, Dr Conrad Pyle, said staff emails were safe.\n\nParents "
            "differ.\n\nPile has taught for years."
        ),
        "Pile",
    ),
    (
        OutcomeConflict,
        (
            "Marsh pleaded guilty to theft at Holm crown court.\n\nThe judge was "
            "brief.\n\nMarsh, who denied theft, will be sentenced in May."
        ),
        "denied",
    ),
    (
        AmountConflict,
        (
            "The commission counted 3,660 votes to leave and 2,340 to stay.\n\nIt "
            "rained.\n\nSome 3,660 voted to stay."
        ),
        "3,660 voted to stay",
    ),
    (
        RoleConflict,
        (
            "The Labour MP Fleur Dent wrote to the landlord.\n\nHe did not reply.\n\nDent, "
            "a Conservative, wants a new law."
        ),
        "Conservative",
    ),
    (
        AmountConflict,
        (
            "The hall, which seats 400 people, was sold out.\n\nThe choir sang well. The "
            "300-seat hall was built in 1920."
        ),
        "300-seat hall",
    ),
    (
        AmountConflict,
        ("The rescue took nine hours.\n\nIt was cold.\n\nThe six-hour rescue ended at dawn."),
        "six-hour rescue",
    ),
    (
        AmountConflict,
        (
            "The firm will invest $40 million in the plant.\n\nIt makes tyres.\n\nThe $50 "
            "million investment will bring 300 jobs."
        ),
        "$50 million investment",
    ),
    (
        AmountConflict,
        (
            "A boy fell from a third-floor window.\n\nHe is six. Neighbours saw him fall "
            "from the fourth floor."
        ),
        "fourth floor",
    ),
    (
        AmountConflict,
        (
            "She has led the choir since 2012.\n\nIt sings on Sundays.\n\nShe took over "
            "the choir in 2014."
        ),
        "2014",
    ),
]

BOTH_TRUE = [
    ("The team cut 36 hives. Another 63 hives were left. The 36 hives are in a barn."),
    "The chain bought ten shops and has since closed four, leaving six.",
    "Of the 40 hives, 30, or 75 per cent, were dry.",
    "She hurt her left knee in May and her right knee in June.",
    "Harrow Road and Hallow Road meet at the church.",
    "Roy Dunmore lost a boat. His brother, Ray Dunmore, did not.",
    (
        "The firm reported a 10 per cent drop in profit. Profit fell to $90 million "
        "from $100 million."
    ),
    (
        "Juno Marsh won the hill race on Sunday, three minutes ahead of Lis "
        "Hart.\n\nIn 2019 Marsh won by five minutes."
    ),
    ("The family had lived in the house for 21 years.\n\nOlive Tuck bought the shop 26 years ago."),
    (
        "Dench admitted that she had not asked for the diary in May.\n\nDench said she "
        "had asked for the rotas."
    ),
    (
        "Dench had not asked for the diary, the lawyers said. Dench said that she had "
        "asked for the diary."
    ),
    "The council did not close the pool in May. It closed the pool in June.",
    ("Mara Ilves said the boat was full. Her husband, Tom, is the captain. He was at the wheel."),
    ("Mara Ilves has worked there since 2001. Her son left in May. He lives in Holm."),
    'Mara Ilves blamed the mate. "He never looked," she said.',
    ("Robin Ilves, who uses they, said they were glad. Ilves sings. They have two dogs."),
    "Mara Ilves met the mayor on Monday. He was late.",
    ("Mara Ilves and Tom Brandt spoke. Ilves said she was glad. Brandt said he was not."),
    "Ilves said she had called the pilot. He was asleep, Ilves said.",
    "The judge asked Mara Ilves to sit. Ilves thanked him.",
    (
        "The Northern Rail Users' Association (NRUA) met. Its members voted. The "
        "National Trust (NT) did not."
    ),
    ("The bridge will cost £4.6 million ($6 million). The $6 million loan is old."),
    (
        "The number doubled from 40 to 80. Sales almost tripled, from 100 to 290. Fees "
        "more than doubled, from 40 to 95."
    ),
    (
        "---\ndate: 2025-06-10\n---\nThe brewery, founded in 1925, marked its 100th "
        "anniversary. The poet's 90th birthday is in May."
    ),
    (
        "---\ndate: 2025-06-10\n---\nFounded in 1925, the club won its 40th "
        "anniversary match in 1965. The mill opened in 1995, almost 30 years ago."
    ),
    (
        "Rita Holt was at home with her sister, Jean Moss. Peter Moss's cousin, Jean "
        "Moss, was unhurt."
    ),
    '"It\'s a disgrace," said Ada Lind. "It\'s a disgrace," said Bo Rask.',
    "Anna Berglund chairs the board. Her daughter, Hanna Berglund, is a pupil.",
    "Anna Berglund and Hanna Berglund run the shop.",
    ("Robert Dunn runs the mill. Bob Dunn bought it in 1990. Kate Orr and Katherine Orr are one."),
    "Jane Holt married Carl Voss in 1990. Jane Voss now runs the shop.",
    "A house in Mill Lane burned down. Firemen came from Station Road.",
    ("Carl Voss died on Monday. His brother, Nils Voss, is recovering in hospital."),
    "Two walkers were killed. A third walker is in a stable condition.",
    "Carl Voss had been recovering in hospital but died on Monday.",
    ("Harrow beat Denholm 3-1. Harrow's defeat by Corrin in May cost them the title."),
    "Harrow beat Denholm 3-1. Corrin lost 4-1. At half-time it was 1-1.",
    "Thieves broke in on Tuesday. Police searched the house on Wednesday.",
    "Nora Pell, a mother of two, was saved. Three children were on the bank.",
    "The council voted 9-6. The committee had voted 8-7.",
    "The head will be paid £80,000. Her predecessor had a salary of £90,000.",
    ("Dale Crick was jailed for six years. His brother was given a five-year sentence."),
    "Crick was jailed for six years. He will serve at least three years.",
    "The house was sold for £350,000. It had been bought for £305,000 in 1999.",
    ("The 12-mile path will open. The canal is 14 miles long. The path took 14 months."),
    ("The plane came down two miles from the airport. The village is four miles from the airport."),
    (
        "The bridge will cost £4 million, the council said. The bridge will cost £6 "
        "million, its opponents said."
    ),
    "At first three people were thought dead. By Tuesday five people were dead.",
    "The clinic treated 40 people in 2019. It treated 60 people in 2020.",
    ("At least 12 people were injured. Fifteen people were injured, the hospital said."),
    "Marsh pleaded guilty to theft. Marsh denied assault.",
    ("Mayor Ada Quill spoke. Her deputy, Bo Kerr, was ill. Former mayor Cy Dunn came."),
    ("Ama Sarp, a nurse, spoke. Dr Lind, a doctor, did not. Sarp trained as a doctor."),
    "The Labour MP Fleur Dent wrote to the Conservative MP Hal Orr.",
    ("The hall, which seats 400, was full. The 300-seat theatre was built in 1920."),
    "A boy fell from a third-floor window. His aunt lives on the fourth floor.",
    "The club finished third. In 2012 it finished fourth.",
    "The firm will invest $40 million in the plant and $50 million in the port.",
    "The pool will close in March. The library will close in April.",
    "Turnout was 64 percent. In 2019 turnout was 46 percent.",
    "Six boats sank in March. The six boats were insured.",
    ("The Riverside Housing Trust owns the flats. The Riverside Park Trust owns the park."),
    "Baxter & Sons lost its licence. Jim Baxter and son Bill left.",
    ("The driver was taken to St Anne's Hospital. His wife is at St Mary's Hospital."),
    "The rescue took nine hours. The six-hour walk back was cold.",
    "Lunt has run the bakery for 12 years. He has baked for 30 years.",
    ("Police arrested three men. Two of the men were freed. The other man was charged."),
    ("The council could close the pool. The council will not close the pool, it said."),
    "The council planned to close the pool. It has not closed the pool.",
    ("In March the council had not paid the fee. In May the council paid the fee."),
    ("Tom Brandt thanked his wife, Ada. Her help was vital. Brandt closed the quay."),
    ("The Brandt left port on Monday. She carried grain. Captain Tom Brandt is ill."),
]

RULES = (
    AmountConflict,
    NumberConflict,
    EventConflict,
    OutcomeConflict,
    RoleConflict,
    DenialConflict,
    PronounConflict,
    AcronymConflict,
    QuotationConflict,
    NameVariant,
    MultipleArithmetic,
    ToldArithmetic,
)


@pytest.mark.parametrize(("rule", "story", "odd"), CONTRADICTIONS)
def test_a_fact_is_told_one_way(ask: Ask, rule: Callable[[], Rule], story: str, odd: str) -> None:
    found = [(words, severity) for words, severity in ask(rule(), story) if words == odd]
    assert found
    assert found[0][1] >= min(Severity.WARNING, rule().severity)


@pytest.mark.parametrize("story", BOTH_TRUE)
def test_two_facts_may_both_be_true(ask: Ask, story: str) -> None:
    assert [found for rule in RULES for found in ask(rule(), story)] == []
