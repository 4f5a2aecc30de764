"""Hedges, motives, predictions and certainty in the newsroom's own voice."""
