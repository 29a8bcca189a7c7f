"""Trying another roster or program on the calls of today: plans as data, what may be changed in one, and how two compare."""
