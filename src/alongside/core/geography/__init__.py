"""Where things are: beats, distances, borders."""
