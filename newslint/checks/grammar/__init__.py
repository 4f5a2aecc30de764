"""Grammar, by embedded engines and a few rules of our own."""
