"""Fairness and the law: replies, guilt, vulnerable people."""
