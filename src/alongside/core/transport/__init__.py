"""The way to a place: by whom, with which times, searched or not, restrained how and how long; and what does not agree with “voluntary”."""
