"""Two numbers that may both be right: no rule on things told two ways may report them."""

from __future__ import annotations

#: Each with the date of the article, where that matters.
LOOK_ALIKES: list[tuple[str, str | None]] = [
    (
        "---\ntitle: Storm hits coast\nsummary: Five boats sank in the storm.\ndate: 2026-01-04",
        None,
    ),
    (
        "Three boats sank. Two boats were saved. The five boats were all from Lind.",
        None,
    ),
    (
        "Four of the six men were freed. The two men who stayed are brothers.",
        None,
    ),
    (
        "The club has two pools. The three pools in the next town are larger.",
        None,
    ),
    (
        "Two women and a man were held. The three suspects are due in court.",
        None,
    ),
    (
        "The repairs will take six weeks. The inquiry will take three months.",
        None,
    ),
    (
        "Last year the repairs took six weeks. This year the repairs will take three months.",
        None,
    ),
    (
        "Sales fell by 12 per cent in May. Sales fell by 21 per cent in June.",
        None,
    ),
    (
        "Sales in the north fell by 12 per cent. Sales in the south fell by 21 per cent.",
        None,
    ),
    (
        "The firm employs 900 people, 700 of them in Lindow. The firm's 700 "
        "staff in Lindow were told.",
        None,
    ),
    (
        "Police arrested four men at dawn. Police arrested two men at noon. "
        "The six men are brothers.",
        None,
    ),
    (
        "Ada Lind said that the fire burned for six hours. Bo Varga said that "
        "it took nine hours to put out the fire.",
        None,
    ),
    (
        "Beck was jailed for four years. Varga was jailed for six years.",
        None,
    ),
    (
        "The school has 640 pupils. Its 460 girls were sent home.",
        None,
    ),
    (
        "The charity raised £4,000 at the fair. Last year the charity raised £6,000 at the fair.",
        None,
    ),
    (
        "Three people died in the fire. Three other people died later.",
        None,
    ),
    (
        "The council has 14 members. Nine members voted for it, and five members against.",
        None,
    ),
    (
        "He served two terms. He served three years in prison.",
        None,
    ),
    (
        "The mill made 900 shirts a day. The mill makes 700 shirts a week.",
        None,
    ),
    (
        "Two fires broke out on Monday. The three fires of last summer were worse.",
        None,
    ),
]
