"""Asking a running server how it is."""
