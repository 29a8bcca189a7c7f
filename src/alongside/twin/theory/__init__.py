"""What queueing theory says of the same questions: formulas to hold the simulator against, and quick answers where they suffice."""
