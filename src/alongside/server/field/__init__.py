"""The crew's own page, on a phone."""
