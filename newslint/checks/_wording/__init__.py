"""Words that judge, and forms of words."""
