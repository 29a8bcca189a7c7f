"""How true the twin is: calls that were lived through here, once more in the twin, beside what really came of them."""
