"""Sweeps asked on a command line: how long they take, on this machine or on the nodes of a Ray. The twin itself knows no network."""
