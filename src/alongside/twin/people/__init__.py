"""What the people of a living city do next, each looking only at the board: call-takers, dispatchers, crews, nurses, case managers."""
