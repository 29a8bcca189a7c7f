"""One person's whole way: who was responsible at every minute, from the first ring to the close of the case."""
