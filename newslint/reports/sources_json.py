"""Who says what, as JSON. Its shape is a contract: keys may be added, never removed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from newslint import __version__
from newslint.attribution.graph import Attribution, SourceKind
from newslint.engine.survey import FileSources, Survey, Totals
from newslint.ledger import Entry, Ledger
from newslint.reports import ReportOptions
from newslint.span import Span

#: What the number of speakers of each kind is called.
COUNTED = {
    "named": SourceKind.NAMED_PERSON,
    "anonymous": SourceKind.ANONYMOUS,
    "documents": SourceKind.DOCUMENT,
    "outlets": SourceKind.OUTLET,
    "offices": SourceKind.OFFICE,
    "organisations": SourceKind.ORGANISATION,
    "collectives": SourceKind.COLLECTIVE,
    "unknown": SourceKind.UNKNOWN,
}


def write(survey: Survey, stream: TextIO, options: ReportOptions) -> None:  # noqa: ARG001 - a writer
    """Write the survey as one JSON document, in ASCII, so that no terminal can stumble."""
    stream.write(json.dumps(document(survey), separators=(",", ":")))
    stream.write("\n")


def document(survey: Survey) -> dict[str, Any]:
    """Return the survey as JSON values; every span is in code points of its file."""
    return {
        "version": 1,
        "tool": {"name": "newslint", "version": __version__},
        "files": [_file(file) for file in survey.files],
        "totals": _totals(survey.totals),
        "notices": [{"kind": n.kind, "message": n.message} for n in survey.notices],
        "summary": {
            "files": len(survey.files),
            "errors": survey.errors,
            "exit": survey.exit,
            "because": survey.because,
        },
    }


def _file(file: FileSources) -> dict[str, Any]:
    return {
        "path": file.path,
        "format": file.format,
        "english": file.english,
        "attributions": [_attribution(a) for a in file.attributions],
        "relayed": [_attribution(a) for a in file.relayed],
        "speakers": [_speaker(entry) for entry in file.ledger.entries],
        "sentences": [
            {"span": _span(s.span), "attributed": s.attributed, "block": s.kind.value}
            for s in file.ledger.sentences
        ],
        "ledger": _ledger(file.ledger),
        "errors": [
            {"kind": e.kind, "rule": e.rule, "message": e.message, "hint": e.hint}
            for e in file.errors
        ],
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    source = attribution.source
    return {
        "content": _spans(attribution.content),
        "cue": _spans(attribution.cue),
        "source": _spans(source.spans),
        "quotation": attribution.directness.value,
        "cue_class": attribution.cue_class.value,
        "cue_lemma": attribution.cue_lemma,
        "negated": attribution.negated,
        "source_type": source.kind.value,
        "head": _optional(source.head),
        "name": source.name,
        "role": source.role,
        "plural": source.plural,
        "descriptor": _optional(source.descriptor),
        "reason": _optional(source.reason),
        "terms": _optional(source.terms),
        "speaker": attribution.speaker,
        "via": attribution.via,
    }


def _speaker(entry: Entry) -> dict[str, Any]:
    speaker = entry.speaker
    return {
        "id": speaker.id,
        "name": speaker.name,
        "role": speaker.role,
        "type": speaker.kind.value,
        "first_mention": _span(speaker.first_mention),
        "attributions": speaker.attributions,
        "quoted_words": speaker.quoted_words,
        "label": entry.label,
        "start": {"line": entry.place.line, "column": entry.place.column},
        "statements": entry.statements,
        "relayed": entry.relayed,
        "refusals": entry.refusals,
    }


def _ledger(ledger: Ledger) -> dict[str, Any]:
    single = ledger.single_source
    return {
        "words": ledger.words,
        "quoted_share": round(ledger.quoted_share, 4),
        "attributed_share": round(ledger.attributed_share, 4),
        "stated_share": round(ledger.stated_share, 4),
        **{name: ledger.count(kind) for name, kind in COUNTED.items()},
        "sources": {name: ledger.count_sources(kind) for name, kind in COUNTED.items()},
        "statements": ledger.statements,
        "unplaced": ledger.unplaced,
        "sourceless": ledger.sourceless,
        "single_source": single.speaker.id if single else None,
    }


def _totals(totals: Totals) -> dict[str, Any]:
    return {
        "files": totals.files,
        "articles": totals.articles,
        "words": totals.words,
        "quoted_share": round(totals.quoted_share, 4),
        "attributed_share": round(totals.attributed_share, 4),
        "stated_share": round(totals.stated_share, 4),
        **{name: totals.speakers.get(kind, 0) for name, kind in COUNTED.items()},
        "sources": {name: totals.sources.get(kind, 0) for name, kind in COUNTED.items()},
        "attributions": totals.attributions,
        "statements": totals.statements,
        "without_source": list(totals.without_source),
        "single_source": list(totals.single_source),
        "other_language": list(totals.other_language),
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _optional(span: Span | None) -> list[int] | None:
    return None if span is None else _span(span)
