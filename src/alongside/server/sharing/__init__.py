"""Who would see what, and why: the rules of sharing, asked and printed."""
