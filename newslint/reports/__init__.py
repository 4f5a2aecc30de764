"""Findings to one output format each."""
