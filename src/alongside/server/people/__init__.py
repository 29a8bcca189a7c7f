"""Staff, roles, sign-in, seats."""
