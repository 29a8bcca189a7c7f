"""Threat management: concern that somebody may hurt others, assessed and managed by a team, in a file that is no health record."""
