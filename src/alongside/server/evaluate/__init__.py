"""Screens over measures: live, each with what it counts, what it does not know, and the rows behind it as they may leave."""
