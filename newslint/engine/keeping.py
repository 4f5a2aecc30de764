"""Results that are kept: a file that was examined before is answered from them.

Level one is the result of a file; on a hit neither rules nor language libraries are loaded.
Level two is the analysis of a block, so that one edited paragraph costs one paragraph. Both
are exact: the key holds everything that the answer depends on.
"""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newslint.cache.identity import digest
from newslint.cache.results import decode, encode
from newslint.cache.store import Keep
from newslint.result import FileResult, Loaded

#: Examines files: yields their results in the same order.
Examine = Callable[[Iterator[Loaded]], Iterator[FileResult]]


@dataclass(frozen=True, slots=True)
class KeptResults:
    """Results of files in a store.

    `identity` stands for all that a result depends on besides the file, `name_of` gives the
    path that the configuration sees. `today` decides which suppressions have expired.
    """

    keep: Keep
    identity: bytes
    name_of: Callable[[str], str]
    today: datetime.date

    def key(self, loaded: Loaded) -> bytes:
        """Return the key of a file."""
        name = self.name_of(loaded.path)
        text = loaded.text.encode("utf-8", "surrogatepass")
        return digest(self.identity, name, loaded.format, text)

    def get(self, loaded: Loaded) -> FileResult | None:
        """Return the result of a file, if it is kept and holds today."""
        if loaded.error is not None:
            return None
        data = self.keep.get(self.key(loaded))
        if data is None or len(data) < 10:
            return None
        result = decode(data[10:], loaded.path, loaded.text)
        try:
            then = datetime.date.fromisoformat(data[:10].decode("ascii"))
        except ValueError:
            return None
        if result is None or any(
            (day < then) != (day < self.today)
            for day in (one.until for one in result.suppressions)
            if day is not None
        ):
            return None
        return result

    def put(self, loaded: Loaded, result: FileResult) -> None:
        """Keep the result of a file, unless something was missing or failed."""
        if result.complete and not result.errors:
            data = self.today.isoformat().encode("ascii") + encode(result)
            self.keep.put("file", self.key(loaded), data)


def with_kept(
    files: Iterable[Loaded],
    kept: KeptResults,
    examine: Examine,
    *,
    progress: Callable[[str], None] = lambda _: None,
) -> Iterator[FileResult]:
    """Yield the result of each file, in the given order; `examine` does what is not kept.

    It is not called if there is nothing to do. `progress` is called with the path of each
    file that was kept.
    """
    order: deque[tuple[Loaded, FileResult | None]] = deque()
    waiting = iter(files)

    def unknown() -> Iterator[Loaded]:
        for loaded in waiting:
            result = kept.get(loaded)
            order.append((loaded, result))
            if result is None:
                yield loaded
            else:
                progress(loaded.path)

    def known() -> Iterator[FileResult]:
        while order and order[0][1] is not None:
            result = order.popleft()[1]
            assert result is not None
            yield result

    rest = unknown()
    first = next(rest, None)
    if first is not None:
        for result in examine(_chain(first, rest)):
            yield from known()
            loaded, _ = order.popleft()
            kept.put(loaded, result)
            yield result
    yield from known()


def _chain(first: Loaded, rest: Iterator[Loaded]) -> Iterator[Loaded]:
    yield first
    yield from rest
