"""Rules written as data, and the profiles. Installed as `newslint_rules`; holds no code."""
