"""Keeps parses on disk between measurements, so that only what they are made into runs again."""

from __future__ import annotations

import gzip
import hashlib
import json
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from newslint.cache.parses import decode_issues, decode_parse, encode_issues, encode_parse
from newslint.language.grammar import enabled_rules
from newslint.language.measures import GrammarIssue
from newslint.language.tokens import Parse, ParseRequest
from newslint.reading import Analyser


class CachedAnalyser:
    """An analyser that answers from a folder where it can.

    `seconds` adds up the processor time that the parses took when they were made.
    """

    def __init__(
        self, analyser: Analyser, folder: Path, model: str, engines: str | None = None
    ) -> None:
        """Use `analyser` for what `folder` does not hold; `model` is part of the key.

        `engines` stands for what checks grammar; without it, grammar is not kept.
        """
        self.analyser = analyser
        self.folder = folder
        self.model = model
        self.engines = engines
        self.seconds = 0.0

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        """Parse blocks in one batch, or read the batch back."""
        key = hashlib.sha256(repr((self.model, names, list(requests))).encode()).hexdigest()[:24]
        path = self.folder / f"{key}.parses.gz"
        if path.exists():
            stored = json.loads(gzip.decompress(path.read_bytes()))
            self.seconds += stored["seconds"]
            return [
                _decoded(data, request)
                for data, request in zip(stored["parses"], requests, strict=True)
            ]
        start = time.process_time()
        parses = self.analyser.parse(requests, names=names)
        seconds = time.process_time() - start
        self.seconds += seconds
        self.folder.mkdir(parents=True, exist_ok=True)
        encoded = [
            encode_parse(parse, request.offset).decode()
            for parse, request in zip(parses, requests, strict=True)
        ]
        frozen = json.dumps({"seconds": seconds, "parses": encoded})
        path.write_bytes(gzip.compress(frozen.encode(), 5))
        return parses

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        """Check the grammar of a batch, or read back what was said of it.

        Only Harper's answers are read back, and only those of the same rules.
        """
        if self.engines is None:
            return self.analyser.grammar(requests)
        wanted = (self.engines, list(requests))
        key = hashlib.sha256(repr(wanted).encode()).hexdigest()[:24]
        path = self.folder / f"{key}.grammar.gz"
        if path.exists():
            rows = json.loads(gzip.decompress(path.read_bytes()))
            return [
                decode_issues(row.encode(), request.offset) or ()
                for row, request in zip(rows, requests, strict=True)
            ]
        found = self.analyser.grammar(requests)
        rows = [
            encode_issues(issues, request.offset).decode()
            for issues, request in zip(found, requests, strict=True)
        ]
        self.folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(json.dumps(rows).encode(), 5))
        return found


def _decoded(data: str, request: ParseRequest) -> Parse:
    parse = decode_parse(data.encode(), request.text, request.offset)
    assert parse is not None
    return parse


def harper_engine() -> str:
    """Return what stands for Harper as it is installed and set up."""
    return repr((metadata.version("harper-py"), sorted(enabled_rules())))
