"""The words of the page: why somebody has it, how it ended, what kind of party it is, how long it took."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from alongside.server.site.code_words import say_code
from alongside.server.site.coded import word
from alongside.server.site.rows import View
from alongside.server.way.turns import PERSON, WORKER, Holder

LANE = {
    "person": "Responsible for the person", "place": "Place reserved", "follow_up": "Follow-up promised",
    "referral": "Sent on to a service", "case": "Case",
}  # fmt: skip
KIND = {
    "position": "Desk", "crew": "Crew", "facility": "Place", "partner": "Partner", "worker": "Case worker", "over": "Over",
}  # fmt: skip
GROUND = {
    "first_ring": "Answered the first ring", "warm_transfer": "Took over, as both had agreed", "contact_on_scene": "Is with the person",
    "handed_over": "Received the person at the door", "follow_up_taken": "Took the follow-up on",
    "returned": "The person came back here", "reopened": "Goes on with it", "reserved": "Asked; no answer yet",
    "agreed": "Agreed to receive", "place_declined": "Declined", "lapsed": "Its time ran out", "place_taken_back": "Taken back",
    "came": "The person came", "promised": "Asked to reach the person", "promise_taken": "Took it on", "kept": "The person was reached",
    "given_up": "Given up, with a reason", "sent_on": "Sees to it", "referral_taken": "Sees to it from here on",
    "referral_seen": "Seen there: the referral is closed", "referral_cancelled": "Nobody is sent on any more",
    "case_opened": "Opened the case", "case_taken": "Accepted the case", "case_stand_in": "Stands in until a worker accepts",
    "case_reopened": "Goes on with the case", "case_closed": "The case was closed",
    "case_answers": "The crisis is over; the case goes on",
}  # fmt: skip
TABLES: Mapping[str, Mapping[str, str]] = {"lane": LANE, "kind": KIND, "ground": GROUND}


def say(table: str, code: str) -> str:
    """The word for a code."""
    return say_code(TABLES[table], code)


def say_end(lane: str, code: str) -> str:
    """How something ended: a crisis by the table of ends, everything else by the fact that ended it."""
    return word("end", code) if lane == PERSON and code not in GROUND else say("ground", code)


def label_of(view: View, holder: Holder, is_now: bool) -> str:
    """Whoever has it as people say it; who sits there or is aboard is said only of now, for then it may have been somebody else."""
    if holder.kind == WORKER:
        return view.names.person(holder.id)
    if is_now:
        return str(view.names.anybody(view.board, holder.kind, holder.id, view.language))
    return str(view.names.place_of_work(view.board, holder.kind, holder.id, view.language))


def how_long(ms: int) -> str:
    """42 s, 6 min 10 s, 3 h 05 min, 2 d 4 h."""
    seconds = max(0, ms) // 1000
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86_400
    if days:
        return _("%(days)s d %(hours)s h") % {"days": days, "hours": hours % 24}
    if hours:
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": f"{minutes % 60:02}"}
    return _("%(minutes)s min %(seconds)s s") % {"minutes": minutes, "seconds": f"{seconds % 60:02}"} if minutes else f"{seconds} s"
