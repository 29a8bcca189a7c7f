"""A jurisdiction's own paper form: which of its fields is filled from what is known of a hold, as data the county writes and checks."""
