"""A person's record on screen: read by who may, written by who may, and saying who somebody is."""
