"""Rule types for rules written as data: one file for each `extends`."""
