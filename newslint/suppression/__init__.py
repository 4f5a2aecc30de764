"""Suppressions: what a writer may ask to be ignored, where, why, by whom and until when.

One grammar everywhere::

    <!-- newslint: ignore RULE[, RULE] -- reason [by NAME] [until YYYY-MM-DD] -->
    <!-- newslint: off RULE -- reason -->  ...  <!-- newslint: on RULE -->
    <!-- newslint: ignore-file RULE -- reason -->

A comment between blocks covers the next block, one inside a block covers its sentence. In
front matter: `newslint: {ignore: [{rule, reason, by, until}]}`, for the whole file. A group
may stand in the place of a rule. A suppression that is unused, expired or cannot be read is
itself a finding.
"""

from newslint.suppression.apply import Outcome, suppress
from newslint.suppression.rules import ENGINE_RULES

__all__ = ["ENGINE_RULES", "Outcome", "suppress"]
