"""What an invitation is about."""

from typing import NamedTuple


class Topic(NamedTuple):
    """What an invitation is about: who is asked, about which episode, and under whose key words of the answer are sealed."""

    party: str
    episode: str
    incident: str
    owner: str
