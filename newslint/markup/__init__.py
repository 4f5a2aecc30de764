"""Source formats: from a file's characters to an `Article` that knows where it came from."""
