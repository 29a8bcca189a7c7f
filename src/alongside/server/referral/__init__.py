"""Somebody is sent on to a service: who sees to it, what the service says, and whether the person was seen there."""
