"""The optimise page: a goal, the rosters that meet it by formula at least cost, and what the twin says of each."""
