"""What is said of text that leaves this machine."""

from __future__ import annotations

from newslint.config import Configuration
from newslint.result import Notice


def sent_away(configuration: Configuration) -> tuple[Notice, ...]:
    """Return what must be said at every run about text that leaves this machine."""
    asked = configuration.settings.languagetool
    if asked is None or asked.url is None:
        return ()
    from newslint.language.languagetool.address import parse_address

    address = parse_address(asked.url)
    if address.is_loopback:
        return ()
    how = "" if address.is_encrypted else ", and can be read on the way (http)"
    return (
        Notice(
            "info",
            f"the text is sent to {address.host} for its grammar{how}: [languagetool] has "
            "allow-remote = true",
        ),
    )
