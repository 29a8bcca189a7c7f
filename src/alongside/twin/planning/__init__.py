"""A planning world as data, the calls sampled from it, the roster tried in it: what every engine is given, and none of them decides."""
