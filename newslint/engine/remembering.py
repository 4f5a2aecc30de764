"""An analyser that remembers: blocks that were analysed before are not analysed again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from newslint.cache.identity import digest
from newslint.cache.parses import decode_issues, decode_parse, encode_issues, encode_parse
from newslint.cache.store import Keep
from newslint.errors import Unavailable
from newslint.language.engines import Incomplete
from newslint.language.measures import GrammarIssue
from newslint.language.tokens import Parse, ParseRequest
from newslint.reading import Analyser

Kept = TypeVar("Kept")


class Remembering:
    """Answers from a store where it can, and asks another analyser for the rest.

    `language` and `engines` stand for all that a parse, and what is said of grammar, depend
    on besides the text.
    """

    def __init__(self, analyser: Analyser, keep: Keep, language: bytes, engines: bytes) -> None:
        """Put a store before an analyser."""
        self._analyser = analyser
        self._keep = keep
        self._language = language
        self._engines = engines

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        """Parse blocks, in order.

        Raises:
            Unavailable: if one is not remembered, and the model is missing.
        """
        keys = [self._key(b"parse+" if names else b"parse", r) for r in requests]
        found = self._recall(keys, requests, lambda d, r: decode_parse(d, r.text, r.offset))
        new = [i for i, parse in enumerate(found) if parse is None]
        if new:
            parsed = self._analyser.parse([requests[i] for i in new], names=names)
            for i, parse in zip(new, parsed, strict=True):
                found[i] = parse
                self._keep.put("parse", keys[i], encode_parse(parse, requests[i].offset))
        return [parse for parse in found if parse is not None]

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        """Return what the grammar engines say of each block.

        Raises:
            Incomplete: if an engine is missing; it holds what is known all the same.
            Unavailable: if the only engine is missing.
        """
        keys = [self._key(b"grammar", r) for r in requests]
        found = self._recall(keys, requests, lambda d, r: decode_issues(d, r.offset))
        new = [i for i, issues in enumerate(found) if issues is None]
        missing: Unavailable | None = None
        if new:
            try:
                said = self._analyser.grammar([requests[i] for i in new])
            except Incomplete as incomplete:
                said, missing = incomplete.found, incomplete
            for i, issues in zip(new, said, strict=True):
                found[i] = issues
                if missing is None:
                    self._keep.put("grammar", keys[i], encode_issues(issues, requests[i].offset))
        known = [issues or () for issues in found]
        if missing is not None:
            raise Incomplete(missing, known)
        return known

    def _key(self, what: bytes, request: ParseRequest) -> bytes:
        return digest(
            self._engines if what == b"grammar" else self._language,
            what,
            request.text.encode("utf-8", "surrogatepass"),
            [(span.start, span.end) for span in request.sentences],
        )

    def _recall(
        self,
        keys: Sequence[bytes],
        requests: Sequence[ParseRequest],
        decode: Callable[[bytes, ParseRequest], Kept | None],
    ) -> list[Kept | None]:
        """Return what is remembered of each block, None where nothing is."""
        found: list[Kept | None] = []
        for key, request in zip(keys, requests, strict=True):
            data = self._keep.get(key)
            found.append(None if data is None else decode(data, request))
        return found
