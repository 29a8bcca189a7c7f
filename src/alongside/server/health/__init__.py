"""Asking a running server how it is, from the command line."""
