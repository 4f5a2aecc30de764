"""What the XML reports have in common. They are written in ASCII: no encoding can spoil them."""

from __future__ import annotations

import re
from typing import TextIO
from xml.etree import ElementTree as ET

# What XML 1.0 cannot hold, not even as a character reference, and controls it advises against.
_ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: ET.Element, tag: str, text: str = "", /, **attributes: object) -> ET.Element:
    """Append an element; what XML cannot hold becomes U+FFFD."""
    legal = {key: _legal(str(value)) for key, value in attributes.items()}
    element = ET.SubElement(parent, tag, legal)
    element.text = _legal(text) or None
    return element


def write_document(root: ET.Element, stream: TextIO) -> None:
    """Write a whole XML document."""
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="us-ascii", xml_declaration=False).decode("ascii")
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n')


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
