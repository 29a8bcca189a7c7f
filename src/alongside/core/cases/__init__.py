"""Longer work with one person, above single episodes: a worker who is responsible, tasks, contacts, goals, an end with a reason."""
