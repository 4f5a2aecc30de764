"""Sums, shares and units, worked out again."""
