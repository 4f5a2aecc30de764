"""Who says so: sources and the statements that lack one."""
