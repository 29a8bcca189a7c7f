"""The promise: every person in crisis has exactly one responsible party, moved only by take-over. Lives in ``episode`` streams."""
