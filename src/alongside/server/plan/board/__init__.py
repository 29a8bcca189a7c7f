"""The planning board: another roster or program tried on the calls of today, with the difference and how sure it is."""
