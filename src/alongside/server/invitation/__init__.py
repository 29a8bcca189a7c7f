"""Links with a spoken PIN: made for a receiver without an account, opened by anybody, answered by who knows the PIN."""
