"""Backups: everything a bare machine needs to serve again, but for the key that opens the words."""
