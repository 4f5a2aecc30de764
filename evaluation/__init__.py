"""Measures accuracy on annotated news. The data stays outside the repository."""
