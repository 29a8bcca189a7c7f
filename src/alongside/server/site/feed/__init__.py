"""The live feed: what changed, told once to everybody who may see it, resumable exactly."""
