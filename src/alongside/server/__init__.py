"""Where people and machines meet the core."""
