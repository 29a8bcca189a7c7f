"""The vault: every word that is not a code, encrypted under its owner's key, read through one place that asks and writes down who read."""
