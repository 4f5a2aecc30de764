"""Declarative rules: one file for each thing a YAML rule may `extend`, as in Vale."""
