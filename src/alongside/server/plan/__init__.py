"""Pages that plan: how much is needed, what is coming, and what a program would face. Sums only, nobody's words."""
