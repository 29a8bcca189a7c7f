"""Who is eligible, in what order, and why; and what became of each assignment."""
