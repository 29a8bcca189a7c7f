"""The closed vocabularies of the registry."""

# What somebody is drawn to decides where is looked first: water before all (practice.md).
DRAWN_TO = frozenset({"water", "traffic", "heights", "trains", "woods", "vehicles", "fire", "crowds"})
DEVICES = frozenset({"none", "gps", "radio", "phone", "tag"})
AGREED_BY = frozenset({"person", "guardian", "representative"})
ENDED = frozenset({"family_asked", "person_asked", "moved_away", "died", "entered_wrong", "no_longer_needed"})
SEARCHED = frozenset({"missing", "found"})
UNMATCHED = frozenset({"other_person", "pressed_wrong"})
YEAR_MS = 366 * 86_400_000
REMIND_MS = 30 * 86_400_000
MOST_FOUND = 20
