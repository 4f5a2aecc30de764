"""From paths on the command line to article files and their text."""

from newslint.files.reading import Found, NotAnArticle, TooLarge, read_source
from newslint.files.search import Left, Missing, Selection, find_files, why_not
from newslint.files.writing import WriteError, replace_text, write_whole

__all__ = [
    "Found",
    "Left",
    "Missing",
    "NotAnArticle",
    "Selection",
    "TooLarge",
    "WriteError",
    "find_files",
    "read_source",
    "replace_text",
    "why_not",
    "write_whole",
]
