"""Where teams wait and when they work, at least cost. Formulas ignore queues: what comes out is a candidate, to be proved in the twin."""
