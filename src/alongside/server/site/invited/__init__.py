"""Receivers without an account: their links, and what pages of other stages show to whoever holds one."""
