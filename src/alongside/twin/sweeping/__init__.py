"""Plans of a sweep by their names, what a machine that lives parts of it does, and what came of it."""
