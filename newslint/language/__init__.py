"""What may be asked of a text: sentences, quotations, words, names, dates, readability."""
