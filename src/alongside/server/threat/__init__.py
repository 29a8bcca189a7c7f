"""Threat management: my files, one file with its assessment, plan and team; for everybody else there is no such page."""
