"""The record of a person: who an episode is about, and what is kept of them beyond one night."""
