"""The ledger: the only writer of facts. Invariants: package.md beside this file."""
