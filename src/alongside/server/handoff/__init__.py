"""A place's own page: who is coming, who is here, what is free."""
