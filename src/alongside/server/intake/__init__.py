"""Intake: the first ring, in one screen."""
