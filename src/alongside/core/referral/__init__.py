"""Somebody is sent on to a service: offered, answered, and closed only once they were seen there. It moves no responsibility."""
