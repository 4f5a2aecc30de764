"""Severities and fingerprints."""

from __future__ import annotations

from newslint.finding import Severity, fingerprint


def test_severities_are_ordered() -> None:
    assert Severity.SUGGESTION < Severity.WARNING < Severity.ERROR
    assert Severity.ERROR.label == "error"


def test_a_fingerprint_survives_rewrapping_case_and_unicode_form() -> None:
    one = fingerprint("quotes.scare-quote", "café", "The café  was\nshut.")
    other = fingerprint("quotes.scare-quote", "cafe\u0301", "the café was shut.")
    assert one == other
    assert len(one) == 16


def test_a_fingerprint_changes_with_rule_excerpt_or_sentence() -> None:
    base = fingerprint("a.b", "word", "A word here.")
    assert base != fingerprint("a.c", "word", "A word here.")
    assert base != fingerprint("a.b", "here", "A word here.")
    assert base != fingerprint("a.b", "word", "A word there.")


def test_a_lone_surrogate_has_a_fingerprint_too() -> None:
    assert fingerprint("a.b", "\ud800", "\ud800")
