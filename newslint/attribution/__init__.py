"""Who said what: quotations and reported statements, their cues, sources and speakers."""
