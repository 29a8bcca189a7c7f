"""The pure core: what may happen to a call, decided without clock, dice, disk, network or framework."""
