"""From paths on the command line to article files and their text."""

from newslint.files.reading import Found, NotAnArticle, TooLarge, read_source
from newslint.files.search import Left, Missing, Selection, find_files, why_not

__all__ = [
    "Found",
    "Left",
    "Missing",
    "NotAnArticle",
    "Selection",
    "TooLarge",
    "find_files",
    "read_source",
    "why_not",
]
