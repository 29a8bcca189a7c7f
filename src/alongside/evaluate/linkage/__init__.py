"""Which records may be about one person: a model of agreement, trained on the records themselves. It suggests; a human decides."""
