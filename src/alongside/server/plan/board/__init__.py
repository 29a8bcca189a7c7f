"""The planning board: another roster or program, tried on the calls of today in a process beside the server, with the difference and how sure it is."""
