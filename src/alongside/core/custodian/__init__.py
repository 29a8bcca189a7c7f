"""The custodian of records: what is asked for by law, what must be kept, what must go, and who signs for it."""
