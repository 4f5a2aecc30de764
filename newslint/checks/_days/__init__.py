"""Dates, ages and lengths of time, and whether they agree."""
