"""Headline, byline, date, images and what was left over from the desk."""
