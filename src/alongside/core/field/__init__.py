"""On scene: safety, police presence, notes, disposition."""
