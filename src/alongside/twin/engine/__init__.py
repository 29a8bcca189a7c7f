"""Two engines for one scenario: the live core itself, and kernels that give the same facts, faster (docs/decisions/0042)."""
