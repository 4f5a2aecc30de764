"""Sources without a name."""
