"""Loaded, opinionated and worn words."""
