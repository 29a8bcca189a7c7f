"""What happens outside the system: who calls, from where, what they say, and how long things take."""
