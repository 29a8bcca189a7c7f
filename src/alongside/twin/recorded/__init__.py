"""Calls that were really answered, read from a recorded ledger, as a scenario that another policy or roster can be tried on."""
