"""How true the twin is, as a page: what was lived here beside what the twin says of the same hours."""
