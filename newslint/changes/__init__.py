"""What git says has changed, and which findings concern it."""
