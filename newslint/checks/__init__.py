"""Rules written in Python: a folder is a group, a file is a rule, the path is its id."""
