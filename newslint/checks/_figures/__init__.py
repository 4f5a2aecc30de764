"""What one figure of a story says of others: shares, changes, what is left, more or less."""
