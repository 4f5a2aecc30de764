"""An article made of sentences, to be shuffled, wrapped anew and edited at random."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from textwrap import fill

#: Sentences with a fault each, and what is found in them.
FAULTY = (
    "The ferry of Tarnhaven was completely destroyed by fire.",
    "Officials will **utilise** the old customs shed in Morrowby.",
    "The the council of Eastwick met behind closed doors.",
    "The [harbour board](https://board.example/minutes) will utilise a shed in Lowmere.",
    "The quay ![](https://board.example/oxley.jpg) of Oxley is closed to boats.",
    "The clinic in Ashfold is situated in close proximity to the mill.",
    "Critics say the pier of Sandgrove is a death trap.",
    "The late vote in Umberly was completely destroyed by rain.",
)

#: Faults that nobody has seen before.
NEW = (
    "The kiln of Gorsebeck was completely destroyed by rain.",
    "Wardens in Fernhollow will utilise the dogs.",
    "The the mayor of Kettleby went home.",
    "A lamp ![](https://board.example/lamp.jpg) in Dunmarsh went out.",
)

CLEAN = (
    "The library opens at nine.",
    "Rain fell until noon.",
    "The bus stops at the mill.",
    "Two boats lay at anchor.",
    "The bell was cast in the town.",
    "Bread is sold on the square.",
    "The path leads along the wall.",
)


@dataclass(frozen=True)
class Story:
    """Paragraphs of sentences; `mark` stands before each line of a paragraph."""

    title: str
    paragraphs: tuple[tuple[str, ...], ...]
    marks: tuple[str, ...]
    width: int | None = None
    newline: str = "\n"
    added: tuple[str, ...] = field(default=())

    def text(self) -> str:
        """Return the story as Markdown."""
        blocks = []
        for mark, sentences in zip(self.marks, self.paragraphs, strict=True):
            body = " ".join(sentences)
            lines = fill(body, self.width, break_on_hyphens=False) if self.width else body
            rest = mark if mark == "> " else " " * len(mark)
            blocks.append(mark + lines.replace("\n", "\n" + rest))
        head = f'---\ntitle: "{self.title}"\nlayout: post\n---\n'
        return (head + "\n\n".join(blocks) + "\n").replace("\n", self.newline)

    def find(self, offset: int) -> str | None:
        """Return the sentence that stands at an offset of the text."""
        text = self.text()
        for sentence in dict.fromkeys(s for paragraph in self.paragraphs for s in paragraph):
            words = r"[\s>]+".join(map(re.escape, sentence.split()))
            for match in re.finditer(words, text):
                if match.start() <= offset < match.end():
                    return sentence
        return None


def first_story() -> Story:
    """Return the story of which everything is known."""
    paragraphs = tuple(
        (CLEAN[n % len(CLEAN)], sentence, CLEAN[(n + 3) % len(CLEAN)])
        for n, sentence in enumerate(FAULTY)
    )
    twice = (FAULTY[0], FAULTY[1])
    marks = ("", "> ", "- ", "", "", "", "", "", "")
    return Story("A day on the coast", (*paragraphs, twice), marks, 70)


def edited(story: Story, dice: random.Random) -> Story:
    """Return the story after a day at the desk: everything but its faulty sentences may change.

    `added` are the faulty sentences that have come in.
    """
    pairs = list(zip(story.marks, story.paragraphs, strict=True))
    dice.shuffle(pairs)
    done = []
    for mark, sentences in pairs:
        kept = [s if s in FAULTY else dice.choice(CLEAN) for s in sentences]
        if dice.random() < 0.3:
            kept.insert(dice.randrange(len(kept) + 1), dice.choice(CLEAN))
        if dice.random() < 0.2:
            kept = [s for s in kept if s in FAULTY]
        done.append((mark, tuple(kept)))
    for _ in range(dice.randrange(3)):
        done.insert(dice.randrange(len(done) + 1), ("", (dice.choice(CLEAN), dice.choice(CLEAN))))
    if dice.random() < 0.3:
        done.pop(dice.randrange(len(done)))
    added = [dice.choice(NEW + FAULTY) for _ in range(dice.randrange(3))]
    for sentence in added:
        done.insert(dice.randrange(len(done) + 1), ("", (dice.choice(CLEAN), sentence)))
    return replace(
        story,
        title=dice.choice((story.title, "Rain on the coast", "Boats: a day at anchor")),
        marks=tuple(mark for mark, _ in done),
        paragraphs=tuple(sentences for _, sentences in done),
        width=dice.choice((None, 40, 55, 70, 90)),
        newline=dice.choice(("\n", "\r\n")),
        added=tuple(added),
    )
