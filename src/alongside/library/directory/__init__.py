"""Reads and writes directories of services (HSDS 1.1 to 3.1), and the words for what people need."""
