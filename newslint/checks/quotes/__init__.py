"""Quotation marks, speakers and speech verbs."""
