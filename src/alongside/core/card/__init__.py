"""The crisis card: what helps, in the person's own words; shown once a second person has read it, until its date."""
