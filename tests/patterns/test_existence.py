from __future__ import annotations

from tests.patterns.conftest import Find

RULE = """
extends: existence
message: "Drop “%s”."
"""


def excerpts(find: Find, rule: str, text: str) -> list[str]:
    return [finding.excerpt for finding in find(RULE + rule, text)]


def test_tokens_match_whole_words_only(find: Find) -> None:
    assert excerpts(find, "tokens: [pier]", "A pier and two piers.") == ["pier"]


def test_nonword_tokens_match_inside_words(find: Find) -> None:
    assert excerpts(find, "tokens: [pier]\nnonword: true", "Two piers.") == ["pier"]


def test_the_message_names_the_match_and_the_place_is_exact(find: Find) -> None:
    (finding,) = find(RULE + "tokens: ['p[io]er']", "The old **poer** fell.")
    assert finding.message == "Drop “poer”."
    assert (finding.start.line, finding.start.column) == (1, 11)


def test_case_matters_unless_told_otherwise(find: Find) -> None:
    assert excerpts(find, "tokens: [pier]", "Pier 4") == []
    assert excerpts(find, "tokens: [pier]\nignorecase: true", "Pier 4") == ["Pier"]


def test_a_flag_at_the_start_of_a_token_covers_that_token_only(find: Find) -> None:
    rule = "tokens: ['(?i)pier', quay]"
    assert excerpts(find, rule, "PIER and QUAY, pier and quay") == ["PIER", "pier", "quay"]


def test_raw_stands_before_the_tokens_or_after_them(find: Find) -> None:
    text = "old pier, pier old"
    assert excerpts(find, "raw: ['old ']\ntokens: [pier]", text) == ["old pier"]
    assert excerpts(find, "raw: [' old']\ntokens: [pier]\nappend: true", text) == ["pier old"]


def test_raw_entries_are_joined_as_they_are(find: Find) -> None:
    assert excerpts(find, r"raw: ['\bold ', 'pier\b']", "an old pier") == ["old pier"]


def test_an_exception_spares_every_match_it_overlaps(find: Find) -> None:
    rule = "tokens: [regime]\nexceptions: [sanctions regime]"
    assert excerpts(find, rule, "The sanctions regime. The regime.") == ["regime"]


def test_case_matters_in_exceptions_unless_one_says_otherwise(find: Find) -> None:
    text = "Sanctions regime."
    assert excerpts(find, "tokens: [regime]\nexceptions: [sanctions regime]", text) == ["regime"]
    assert excerpts(find, "tokens: [regime]\nexceptions: ['(?i)sanctions regime']", text) == []


def test_quoted_speech_is_left_alone_unless_asked_for(find: Find) -> None:
    text = "“The pier fell,” she said."
    assert excerpts(find, "tokens: [pier]", text) == []
    assert excerpts(find, "tokens: [pier]\nquotations: true", text) == ["pier"]


def test_a_block_quotation_is_left_alone_unless_asked_for(find: Find) -> None:
    text = "> The pier fell.\n\nThe pier fell."
    assert [f.start.line for f in find(RULE + "tokens: [pier]", text)] == [3]
    both = find(RULE + "tokens: [pier]\nquotations: true", text)
    assert [f.start.line for f in both] == [1, 3]


def test_code_and_addresses_are_not_prose(find: Find) -> None:
    text = "Run `pier` or see https://pier.example/pier today."
    assert excerpts(find, "tokens: [pier]", text) == []


def test_unless_excuses_the_sentence_it_matches_in(find: Find) -> None:
    rule = "tokens: [clearly]\nunless: said"
    text = "It clearly fell. It clearly fell, Said Ada."
    assert [f.start.column for f in find(RULE + rule, text)] == [4]


def test_limit_keeps_the_first_findings(find: Find) -> None:
    assert len(find(RULE + "tokens: [a]\nlimit: 2", "a b a b a")) == 2


def test_removing_takes_the_space_and_passes_on_the_capital(find: Find) -> None:
    rule = "tokens: [Notably|notably]\naction: {name: remove, safe: true}"
    (first, second) = find(RULE + rule, "Notably the pier, notably tall, fell.")
    assert first.fix
    assert second.fix
    assert [(e.span.start, e.span.end, e.replacement) for e in first.fix.edits] == [(0, 9, "T")]
    assert [(e.span.start, e.span.end, e.replacement) for e in second.fix.edits] == [(18, 26, "")]
    assert first.fix.safe


def test_raw_scope_reads_the_file_as_it_stands(find: Find) -> None:
    rule = "tokens: ['<b>']\nnonword: true\nscope: raw"
    assert excerpts(find, rule, "A <b>bold</b> word.") == ["<b>"]


def test_many_plain_words_are_all_found(find: Find) -> None:
    words = [f"w{a}{b}" for a in "abcdefgh" for b in "abcdefgh"] + ["wa-b c", "it's"]
    tokens = ", ".join(f'"{word}"' for word in words)
    text = " ".join(words) + " waz"
    assert excerpts(find, f"tokens: [{tokens}]", text) == words
