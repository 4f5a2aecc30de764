"""Addresses of the public editorial standards that the checks rest on."""

from __future__ import annotations

from typing import Final

AP: Final = "https://www.ap.org/about/news-values-and-principles/"
AP_ANONYMOUS: Final = "https://blog.ap.org/when-is-it-ok-to-use-anonymous-sources"
REUTERS: Final = "https://reutersagency.com/about/standards-values/"
BBC: Final = "https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy/guidelines"
BBC_FAIRNESS: Final = "https://www.bbc.co.uk/editorialguidelines/guidelines/fairness/guidelines"
SPJ: Final = "https://www.spj.org/spj-code-of-ethics/"
IPSO: Final = "https://www.ipso.co.uk/editors-code-of-practice/"
WASHINGTON_POST: Final = "https://www.washingtonpost.com/policies-and-standards/"
NEW_YORK_TIMES: Final = "https://www.nytimes.com/editorial-standards/ethical-journalism.html"
WORDS_TO_WATCH: Final = "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch"
WIKINEWS: Final = "https://en.wikinews.org/wiki/Wikinews:Attribution"
GOV_UK: Final = "https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style"
GUARDIAN_A: Final = "https://www.theguardian.com/guardian-observer-style-guide-a"
GUARDIAN_C: Final = "https://www.theguardian.com/guardian-observer-style-guide-c"
