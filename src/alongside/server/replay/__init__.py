"""A real day of calls, taken through the same ledger, decided by the same core, answered by a program's crews."""
