"""Sweeps for whoever asks on a command line: which plans, how long it takes, on this machine or on the nodes of a Ray."""
