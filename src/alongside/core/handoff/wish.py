"""What the person wants of a place, and how they get home afterwards: asked by the crew, told in codes."""

from typing import NamedTuple


class Wish(NamedTuple):
    """``home`` is where they live: ``here`` (where they were met), a beat's id, ``nowhere``, or "" where nobody has said."""

    wants: tuple[str, ...] = ()  # facilities the person asks for
    avoids: tuple[str, ...] = ()  # facilities the person does not want to go to
    ward: str = ""  # women, men: which ward the person asks for where a service has only one
    home: str = ""
    way_home: str = ""


NO_WISH = Wish()
WARDS = frozenset({"women", "men"})
WAY_HOME = frozenset({"own_way", "fetched", "bus", "ride_owed", "needs_none"})
HERE, NOWHERE = "here", "nowhere"
