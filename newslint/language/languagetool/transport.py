"""One question to a server, one answer in JSON, within a time of our own choosing."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

#: More than any answer to a batch of paragraphs; a server that sends more is none of ours.
_LONGEST_ANSWER = 20_000_000
_CHUNK = 65_536
_TOO_MANY = (426, 429)  # the public service once said "upgrade required" for it


class NoAnswer(Exception):
    """A server that did not answer, or not as it should: the message goes on from its name."""


class _NoRedirects(HTTPRedirectHandler):
    """Follows no redirect: text goes to the address that was configured, and nowhere else."""

    def redirect_request(
        self,
        req: Request,  # noqa: ARG002 - the signature of the base
        fp: IO[bytes],  # noqa: ARG002 - as above
        code: int,  # noqa: ARG002 - as above
        msg: str,  # noqa: ARG002 - as above
        headers: HTTPMessage,  # noqa: ARG002 - as above
        newurl: str,  # noqa: ARG002 - as above
    ) -> None:
        return None


def ask(url: str, form: Mapping[str, str] | None = None, *, timeout: float, direct: bool) -> object:
    """Return the JSON that `url` answers; `form` is sent by POST, without it a GET.

    The answer must be complete after `timeout` seconds. `direct` goes past any proxy.

    Raises:
        NoAnswer: if there is none in time, or it is no JSON.
    """
    deadline = time.monotonic() + timeout
    data = None if form is None else urlencode(form, errors="replace").encode("ascii")
    try:
        with _opener(direct=direct).open(Request(url, data), timeout=timeout) as response:
            body = bytearray()
            while chunk := response.read1(_CHUNK):
                body += chunk
                if time.monotonic() > deadline:
                    raise TimeoutError
                if len(body) > _LONGEST_ANSWER:
                    raise NoAnswer("answers at too great length")
        return json.loads(body)
    except HTTPError as error:
        error.close()
        raise NoAnswer(_refusal(error.code)) from None
    except (OSError, HTTPException) as error:
        raise NoAnswer(_failure(error, timeout)) from None
    except ValueError:  # it is no JSON, or not in UTF-8
        raise NoAnswer("does not answer as LanguageTool does") from None


def _opener(*, direct: bool) -> OpenerDirector:
    return build_opener(_NoRedirects, *([ProxyHandler({})] if direct else []))


def _refusal(code: int) -> str:
    if code in _TOO_MANY:
        return f"has had too many requests (HTTP {code})"
    if code == 413:
        return "is not willing to read that much text at once (HTTP 413)"
    return f"answers with an error (HTTP {code})"


def _failure(error: OSError | HTTPException, timeout: float) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return f"did not answer within {timeout:g} second{'' if timeout == 1 else 's'}"
    if isinstance(reason, ConnectionRefusedError):
        return "is not running"
    if isinstance(reason, (ConnectionError, HTTPException)):
        return "broke off in the middle"
    said = reason.strerror if isinstance(reason, OSError) else None
    return f"cannot be reached ({said or type(reason).__name__})"
