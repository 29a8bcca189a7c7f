"""A deployment as planning sees it today: its world from the living city's own figures, its units from its own roster."""
