"""Who may ask for what; the one place that says so."""
