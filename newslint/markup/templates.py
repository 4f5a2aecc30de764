"""Finds what a site generator replaces before anyone reads: template tags and shortcodes.

Liquid and Nunjucks `{% %}`, `{{ }}`, `{# #}`; Hugo `{{< >}}`, `{{% %}}`, `{{/* */}}`; attribute
lists `{: .class}` and container lines `:::`. Every search is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.markup.passage import Argument, Tag
from newslint.vocabulary import words

_OPENER = re.compile(
    r"\{\{/\*|\{\{<|\{\{%|\{\{|\{%|\{#(?![\w-]+\})"
    r"|\{:[^{}\n]*\}"
    r"|\{(?:[.#][\w-]+[ \t]*)+\}"
    r"|^[ \t]*:::[^\n\r]*",
    re.MULTILINE,
)
_CLOSER = {"{{/*": "*/}}", "{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}"}
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
_NAME = re.compile(r"[-~\s]*(/?\s*[\w./-]*)")
_QUOTED = re.compile(
    r"(?:(?<![\w.:-])([\w.:-]+)\s*[=:]\s*)?"
    r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`)",
    re.DOTALL,
)
_MAX_EXTENSIONS = 3


@cache
def known(name: str) -> frozenset[str]:
    """Return one list of the vocabulary of template tags."""
    return words("newslint.markup", "templates.yml", name)


class _Finder:
    """Remembers what each search found, so that no stretch is searched twice in vain."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[str, tuple[int, int, int]] = {}
        self._blank = -1

    def search(self, pattern: str, at: int) -> tuple[int, int]:
        """Return the first match of `pattern` from `at` on, or (-1, -1)."""
        since, start, end = self._found.get(pattern, (at + 1, -1, -1))
        if since <= at and (start < 0 or at <= start):
            return start, end
        match = re.compile(pattern).search(self.text, at)
        start, end = match.span() if match else (-1, -1)
        self._found[pattern] = at, start, end
        return start, end

    def blank_line(self, at: int) -> int:
        """Return the offset of the first blank line from `at` on, or the text's end."""
        if self._blank < at:
            match = _BLANK_LINE.search(self.text, at)
            self._blank = match.start() if match else len(self.text)
        return self._blank

    def close(self, opener: str, start: int) -> int:
        """Return where the tag that begins at `start` ends, or -1 if it is none.

        A closer inside a quoted argument does not count, unless no other fits.
        """
        closer = _CLOSER[opener]
        first = self.search(re.escape(closer), start)[0]
        comment = opener in ("{{/*", "{#")
        if first < 0 or (not comment and first > self.blank_line(start)):
            return -1
        end = first
        for _ in range(_MAX_EXTENSIONS):
            if comment or _balanced(self.text[start:end]):
                return end + len(closer)
            end = self.text.find(closer, end + 1, self.blank_line(start))
            if end < 0:
                break
        return first + len(closer)


def _balanced(arguments: str) -> bool:
    """Return whether no double quote or backtick is left open."""
    return arguments.replace('\\"', "").count('"') % 2 == 0 and arguments.count("`") % 2 == 0


def find_tags(text: str) -> list[Tag]:
    """Return the template tags of `text`, in order, not overlapping."""
    if "{" not in text and ":::" not in text:
        return []
    finder = _Finder(text)
    tags: list[Tag] = []
    at = 0
    while match := _OPENER.search(text, at):
        start, opener = match.start(), match.group()
        if opener not in _CLOSER:
            tags.append(Tag(start, match.end()))
            at = match.end()
            continue
        end = finder.close(opener, match.end())
        if end < 0:
            at = match.end()
            continue
        tag = _tag(text, start, end, opener)
        if opener == "{%" and tag.name in known("raw"):
            # What it holds is shown as it is: no tags in there.
            if closing := _end_tag(finder, tag, opener):
                tags.append(tag)
                tag = closing
        else:
            tag = _whole(finder, tag, opener)
        tags.append(tag)
        at = tag.end
    return _settle(text, tags)


def _tag(text: str, start: int, end: int, opener: str) -> Tag:
    """Return the tag at `start`, with its name and what it shows."""
    inner_start, inner_end = start + len(opener), end - len(_CLOSER[opener])
    if opener in ("{{/*", "{#"):
        return Tag(start, end, comment=True)
    named = _NAME.match(text, inner_start, inner_end)
    name = "".join(named.group(1).split()) if named else ""
    shown = opener in ("{{", "{{<", "{{%") or not (name in known("silent") or name[:3] == "end")
    if opener == "{{" and name in known("silent"):
        shown = False
    if name.startswith("/"):
        shown = False
    return Tag(
        start,
        end,
        name,
        shown,
        arguments=_picture(text, inner_start, inner_end) if opener != "{{" else (),
    )


def _picture(text: str, start: int, end: int) -> tuple[Argument, ...]:
    """Return the arguments of a tag that shows a picture, else nothing."""
    found: list[Argument] = []
    head = end
    for match in _QUOTED.finditer(text, start, end):
        if not found:
            head = match.end()
        value = match.start(2) + 1, match.end(2) - 1
        found.append(Argument((match.group(1) or "").lower(), *value))
    lowered = text[start:head].lower()
    if not found or not any(word in lowered for word in known("picture")):
        return ()
    if not any(argument.name for argument in found):
        # Without names: the address first, the description last.
        alt = [found[-1]._replace(name="alt")] if len(found) > 1 else []
        return (found[0]._replace(name="src"), *alt)
    return tuple(found)


def _whole(finder: _Finder, tag: Tag, opener: str) -> Tag:
    """Return the tag up to its end tag, where nothing between the two is prose."""
    comment = opener == "{%" and tag.name == "comment"
    if not (comment or tag.name in known("verbatim")):
        return tag
    end = _end_tag(finder, tag, opener)
    return tag if end is None else Tag(tag.start, end.end, tag.name, comment=comment)


def _end_tag(finder: _Finder, tag: Tag, opener: str) -> Tag | None:
    """Return the tag that closes `tag`, if there is one."""
    slash = "end" if opener == "{%" else r"/\s*"
    at = tag.end
    start, name_end = finder.search(rf"{opener}[-~\s]*{slash}{re.escape(tag.name)}\b", at)
    end = finder.close(opener, name_end) if start >= 0 else -1
    return None if end < 0 else Tag(start, end, f"end{tag.name}")


def _settle(text: str, tags: list[Tag]) -> list[Tag]:
    """Say of each tag whether it is one of a pair, and whether it stands alone."""
    closed = {t.name[1:] for t in tags if t.name[:1] == "/"}
    closed |= {t.name[3:] for t in tags if t.name[:3] == "end"}
    return stand_alone(
        text, [t._replace(shown=False) if t.name and t.name in closed else t for t in tags]
    )


def stand_alone(text: str, tags: list[Tag]) -> list[Tag]:
    """Return the tags, each marked as a block if its line holds nothing but tags."""
    alone = _alone(text, tags)
    return [tag._replace(block=block) for tag, block in zip(tags, alone, strict=True)]


def _alone(text: str, tags: list[Tag]) -> list[bool]:
    """Return of each tag whether its line holds nothing but tags."""
    result = [False] * len(tags)
    first = 0
    while first < len(tags):
        last = first
        while last + 1 < len(tags) and not text[tags[last].end : tags[last + 1].start].strip(" \t"):
            last += 1
        before, after = tags[first].start - 1, tags[last].end
        while before >= 0 and text[before] in " \t>":
            before -= 1
        while after < len(text) and text[after] in " \t":
            after += 1
        starts = before < 0 or text[before] in "\n\r"
        ends = after >= len(text) or text[after] in "\n\r"
        result[first : last + 1] = [starts and ends] * (last + 1 - first)
        first = last + 1
    return result
