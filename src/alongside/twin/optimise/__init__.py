"""Posts and shifts that meet a goal at least cost, by formula: candidates, to be lived in the twin before anybody believes them."""
