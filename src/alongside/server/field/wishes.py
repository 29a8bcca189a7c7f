"""What the person wants of a place, as the crew asks it: which place, where home is, and how they get there."""

from alongside.core.asking import Asking
from alongside.core.handoff.wish import HERE, NOWHERE
from alongside.core.state import Episode
from alongside.server.site.coded import choices, word
from alongside.server.site.rows import Row, View


def wish_of(view: View, asking: Asking, episode: Episode) -> Row:
    """What was told, and what can be chosen."""
    wish = episode.wish
    destinations = asking.rules.program.destinations or tuple(asking.rules.facilities)
    named = [(id, asking.rules.facilities[id].label) for id in destinations if id in asking.rules.facilities]
    return {
        "at": episode.wish_at,
        "told": _told(view, asking, episode),
        "places": [{"code": id, "word": label, "wants": id in wish.wants, "avoids": id in wish.avoids} for id, label in named],
        "ward": wish.ward,
        "wards": choices("ward") if any(service.ward for one in asking.rules.facilities.values() for service in one.services) else [],
        "home": wish.home,
        "homes": [*choices("home", (HERE, NOWHERE)), *({"code": beat.id, "word": beat.label} for beat in asking.rules.beats)],
        "way_home": wish.way_home,
        "ways": choices("way_home"),
    }


def _told(view: View, asking: Asking, episode: Episode) -> list[str]:
    """One line of what stands."""
    wish = episode.wish
    beats = {beat.id: beat.label for beat in asking.rules.beats}
    home = beats.get(wish.home) or (word("home", wish.home) if wish.home else "")
    return [
        *(f"+ {view.names.facility(id)}" for id in wish.wants),
        *(f"– {view.names.facility(id)}" for id in wish.avoids),
        *((word("ward", wish.ward),) if wish.ward else ()),
        *((home,) if home else ()),
        *((word("way_home", wish.way_home),) if wish.way_home else ()),
    ]
