"""Who is on duty, and what passes from one shift to the next."""
