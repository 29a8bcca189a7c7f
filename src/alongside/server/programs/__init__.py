"""The program a deployment runs: its roster comes on duty."""
