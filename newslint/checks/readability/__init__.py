"""Sentences and paragraphs a reader can follow."""
