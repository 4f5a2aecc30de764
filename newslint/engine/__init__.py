"""The engine: readings and rules to findings, for one article or for many files."""
