"""What other outlets reported: credit and links."""
