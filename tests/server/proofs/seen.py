"""What somebody saw: one answer of a page, or of the door of words, about one need."""

import re

import msgspec

from tests.server.proofs import consents, scenes

CANARY = re.compile(rb"cw-([a-z-]+)-(said|written|kept|marked)-([a-z0-9.]+)-wc")
KEY = (("clinician", scenes.CREW), ("clinician", scenes.CASES), ("nurse", scenes.PLACE), ("case_manager", scenes.CASES))


class Seen(msgspec.Struct):
    """Who opened what about which need, in which state of consent, and the words that came: (owner, field).

    ``asked`` are the pieces of words that could have come, by their place in the list of all; empty where every piece could.
    """

    role: str
    seat: str
    page: str
    scene: str
    status: int
    words: list[tuple[str, str]]
    consent: str = consents.FIRST
    fault: str = ""
    asked: list[int] = []


def words_in(scene: str, body: bytes) -> list[tuple[str, str]]:
    """The words about one need in what came."""
    here = (one for one in CANARY.findall(body) if one[0] == scene.encode())
    return sorted({(owner.decode(), field.decode().replace(".", "_")) for _, owner, field in here})
