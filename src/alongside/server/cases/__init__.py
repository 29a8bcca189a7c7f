"""Longer work with one person: my caseload, one case, the team's board."""
