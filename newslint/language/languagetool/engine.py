"""LanguageTool as a grammar engine: what of its answers becomes an issue, and whose."""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from hashlib import sha256
from typing import TYPE_CHECKING

from newslint.errors import Unavailable
from newslint.language.engines import Issues
from newslint.language.languagetool.address import Address
from newslint.language.languagetool.choice import Choice, chosen
from newslint.language.languagetool.joining import Joined, batches
from newslint.language.languagetool.transport import NoAnswer
from newslint.language.measures import GrammarIssue
from newslint.language.pieces import pieces
from newslint.language.tokens import ParseRequest

if TYPE_CHECKING:
    from newslint.language.languagetool.client import Client, Fault

#: Seconds that a server may take to answer one question.
TIMEOUT = 20.0
#: Paragraphs whose issues are remembered: a long-lived process must not grow for ever.
_REMEMBERED = 5_000
_REPLACEMENTS = 5
#: Seconds in which the end of a server of our own is noticed.
_SEEN_WITHIN = 0.5
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # cannot be sent; as long as what stands in


class LanguageTool:
    """A LanguageTool server with the rules of `rules.yml`, asked about many blocks at once.

    After a failure it is not asked again, or only `rest` seconds later: a run that meets a
    server that does not answer must not wait for it at every file.
    """

    def __init__(
        self,
        server: Callable[[], Address],
        *,
        language: str = "en-US",
        timeout: float = TIMEOUT,
        rest: float | None = None,
        choice: Choice | None = None,
    ) -> None:
        """Say where the server is; `server` is called before every question.

        It raises `Unavailable` if there is none. `timeout` is in seconds.
        """
        self._server = server
        self._language = language
        self._timeout = timeout
        self._rest = rest
        self._choice = chosen() if choice is None else choice
        self._client: tuple[Address, Client] | None = None
        self._failed: tuple[Unavailable, float] | None = None
        self._known: OrderedDict[str, tuple[GrammarIssue, ...]] = OrderedDict()

    def lint(self, requests: Sequence[ParseRequest]) -> Issues:
        """Return the issues of each block, in text order; spans are article coordinates.

        Raises:
            Unavailable: if the server does not answer as it should.
        """
        found: list[list[GrammarIssue]] = [[] for _ in requests]
        parts = [(p, _HALF_CHARACTER.sub("\ufffd", p.text)) for p in pieces(requests)]
        if parts:
            answers = self._ask(dict.fromkeys(text for _, text in parts))
            for piece, text in parts:
                found[piece.request].extend(
                    GrammarIssue(
                        issue.span.shifted(piece.offset),
                        issue.message,
                        issue.engine,
                        issue.engine_rule,
                        issue.kind,
                        issue.replacements,
                    )
                    for issue in answers[text]
                )
        return [tuple(sorted(f, key=lambda i: (i.span, i.engine_rule))) for f in found]

    def _ask(self, texts: Iterable[str]) -> dict[str, tuple[GrammarIssue, ...]]:
        """Return the issues of each text, relative to it; only new texts are sent."""
        if self._failed is not None:
            error, until = self._failed
            if time.monotonic() < until:
                raise error
            self._failed = None
        try:
            client = self._connected()
            answers = {t: k for t in texts if (k := self._remembered(client, t)) is not None}
            for batch in batches(t for t in texts if t not in answers):
                self._server()  # it may have ended since the last question
                said = _issues(batch, self._checked(batch.text))
                for text, issues in zip(batch.texts, said, strict=True):
                    answers[text] = self._remember(client, text, issues)
        except Unavailable as error:
            self._client = None
            rest = float("inf") if self._rest is None else self._rest
            self._failed = error, time.monotonic() + rest
            raise
        return answers

    def _connected(self) -> Client:
        from newslint.language.languagetool.client import Client

        address = self._server()
        if self._client is None or self._client[0] != address:
            try:
                client = Client(address, self._language, self._timeout, self._choice)
            except NoAnswer as error:
                raise _unavailable(address, error) from None
            self._client = address, client
        return self._client[1]

    def _checked(self, text: str) -> list[Fault]:
        assert self._client is not None
        address, client = self._client
        try:
            return client.check(text)
        except NoAnswer as error:
            if address.is_loopback:
                time.sleep(_SEEN_WITHIN)
                self._server()  # a server of our own that has ended says so
            raise _unavailable(address, error) from None

    def _remembered(self, client: Client, text: str) -> tuple[GrammarIssue, ...] | None:
        key = self._key(client, text)
        if key in self._known:
            self._known.move_to_end(key)
        return self._known.get(key)

    def _remember(
        self, client: Client, text: str, issues: tuple[GrammarIssue, ...]
    ) -> tuple[GrammarIssue, ...]:
        self._known[self._key(client, text)] = issues
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return issues

    def _key(self, client: Client, text: str) -> str:
        return answer_key(text, client.version, self._language, self._choice)


def answer_key(text: str, version: str | None, language: str, choice: Choice) -> str:
    """Return what an answer depends on, as a hash: the text, the server, and what it is asked."""
    asked = (version, language, *(sorted(part) for part in astuple(choice)), text)
    return sha256(repr(asked).encode("utf-8", "surrogatepass")).hexdigest()


def _issues(batch: Joined, faults: Sequence[Fault]) -> list[tuple[GrammarIssue, ...]]:
    """Return the issues of each text of a batch, relative to that text."""
    found: list[list[GrammarIssue]] = [[] for _ in batch.texts]
    for fault in faults:
        place = batch.place(fault.start, fault.units)
        if place is not None:
            index, span = place
            found[index].append(
                GrammarIssue(
                    span,
                    fault.message,
                    "languagetool",
                    fault.rule,
                    fault.category,
                    fault.replacements[:_REPLACEMENTS],
                )
            )
    return [tuple(issues) for issues in found]


def _unavailable(address: Address, error: NoAnswer) -> Unavailable:
    hint = (
        "see: newslint languagetool status" if address.is_loopback else "check the address, or wait"
    )
    return Unavailable(f"LanguageTool at {address.url} {error}", hint)
