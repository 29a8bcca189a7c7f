"""People we meet often, and places: a list for a human to look at. Nobody is enrolled in anything by it."""
