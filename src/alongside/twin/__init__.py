"""The simulator: a sampled world that makes requests of the live system's own decision code."""
