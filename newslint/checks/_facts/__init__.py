"""What a story tells of its facts, and where it tells them twice."""
