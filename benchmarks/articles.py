"""The articles to measure with: annotated news if it is there, else stories made up here."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from evaluation.data import data_folder, read_rows

#: Words of an article of the corpus: neither a brief nor a long read.
_WORDS = range(150, 2_001)
#: Words after which a brief ends with the paragraph.
_BRIEF = 100
_SEED = 20_251_116

_PEOPLE = ("Ana Ruiz", "Tom Beck", "Ida Lund", "Sam Okoro", "Eva Novak", "Lee Marsh", "Rita Vega")
_POSTS = ("mayor", "head of the port", "director of the clinic", "union leader", "farmer")
_PLACES = ("Northport", "Eastvale", "Millbrook", "Karsund", "Old Harbour", "Santa Brisa")
_THINGS = ("ferry", "school roof", "water plant", "bus line", "library", "flood wall", "market")
_OPENINGS = (
    "The council of {place} voted {count} to {less} on Tuesday to repair the {thing}.",
    "Work on the {thing} in {place} will begin in {month}, {name} said on Friday.",
    "At least {count} people were moved from their homes in {place} on {month} {day}.",
    "The {thing} has cost the town ${count} million since {year}, according to a report.",
)
_SAYINGS = (
    '"We have waited {count} years for the {thing}," said {name}, the {post} of {place}.',
    "{name}, a {post}, said that the {thing} would not open before {month} {year}.",
    "Officials declined to say why the {thing} was closed.",
    "The {post} told reporters that {count} per cent of the money had been spent.",
    'He added: "Nobody in {place} was asked, and {count} families have already left."',
    "Sources close to the talks said that an agreement on the {thing} was near.",
)


def corpus(number: int) -> tuple[list[str], str]:
    """Return this many articles, the same ones each time, and where they are from."""
    try:
        rows = read_rows(data_folder("attribution") / "train.jsonl")
    except FileNotFoundError:
        return list(islice(made_up(25), number)), "made up"
    fitting = [row["text"] for row in rows if len(row["text"].split()) in _WORDS]
    random.Random(_SEED).shuffle(fitting)
    return fitting[:number], "annotated news"


def briefs(number: int) -> tuple[list[str], str]:
    """Return this many short articles, no paragraph of which comes twice, and where they are from.

    Each is the opening of an article of the corpus; a last sentence makes its paragraphs
    differ from those of the others with the same opening.
    """
    articles, origin = corpus(10_000)
    return [_brief(articles[i % len(articles)], i) for i in range(number)], origin


def _brief(article: str, number: int) -> str:
    paragraphs: list[str] = []
    length = 0
    for line in filter(str.strip, article.split("\n")):
        paragraphs.append(f"{line} This is part {len(paragraphs)} of story {number}.")
        length += len(line.split())
        if length >= _BRIEF:
            break
    return "\n\n".join(paragraphs)


def made_up(paragraphs: int) -> Iterator[str]:
    """Yield stories without end; no paragraph comes twice."""
    chance = random.Random(_SEED)
    number = 0
    while True:
        number += 1
        yield "\n\n".join(
            [
                f"Town {number} to mend its {chance.choice(_THINGS)}",
                *(_paragraph(chance, f"{number}.{i}") for i in range(paragraphs)),
            ]
        )


def _paragraph(chance: random.Random, number: str) -> str:
    sentences = [chance.choice(_OPENINGS), *chance.sample(_SAYINGS, 2)]
    return (
        " ".join(
            sentence.format(
                place=chance.choice(_PLACES),
                name=chance.choice(_PEOPLE),
                post=chance.choice(_POSTS),
                thing=chance.choice(_THINGS),
                count=chance.randint(4, 97),
                less=chance.randint(0, 3),
                month=chance.choice(("March", "June", "October")),
                day=chance.randint(2, 28),
                year=chance.randint(1990, 2024),
            )
            for sentence in sentences
        )
        + f" The file has the number {number}."
    )


def write(articles: Sequence[str], folder: Path) -> list[Path]:
    """Write each article to a text file of its own, and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for number, text in enumerate(articles):
        path = folder / f"story-{number:05}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def words(articles: Sequence[str]) -> int:
    """Return how many words the articles have: pieces between white space."""
    return sum(len(text.split()) for text in articles)


def middle(articles: Sequence[str]) -> str:
    """Return the article of median length."""
    return sorted(articles, key=lambda text: len(text.split()))[len(articles) // 2]
