"""What is known as codes: what a nurse asks at the door, answered before it is asked."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.core.handoff.facts import HandedOver, PlaceReserved
from alongside.core.state import Episode, Incident
from alongside.server.site.coded import word
from alongside.server.site.kept import facts_of
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row, View
from alongside.server.site.sentences import translate
from alongside.server.site.templatetags.times import local
from alongside.server.site.words import LANGUAGE_NAMES, WORDS


def facts_for(seen: Look, episode: Episode) -> list[Row]:
    """{label, value, near}: each question with its answer; what nobody asked is said, not left out."""
    incident = seen.asking.incident(episode.incident)
    legal = [(_("Legal status"), word("legal", _legal(incident, episode)), False), *_hold(seen, episode)]
    rows = [*legal, *_door(incident, episode), *_body(incident), *_danger(incident), *_how(seen.view, incident, episode)]
    return [{"label": label, "value": value, "near": near} for label, value, near in rows if value]


def _hold(seen: Look, episode: Episode) -> list[tuple[str, str, bool]]:
    """The latest time, as the day and hour it is. “Voluntary” in handcuffs is a discrepancy, and says so."""
    one = seen.view.board.holds.find(seen.view.board.hold_of.get(episode.id, ""))
    if one is not None and one.is_open():
        moment = date_format(local(one.latest_at), "j N Y, H:i")
        return [(_("Legal hold, at the latest until"), moment, True)]
    restrained = any(code.startswith("restraint") for code in episode.details)
    return [(_("Discrepancy"), _("restrained, and no legal hold is written"), True)] if restrained else []


def _door(incident: Incident, episode: Episode) -> list[tuple[str, str, bool]]:
    """What was handed over with the person, once they were: belongings, papers, dependants, pets, whether they were searched."""
    handed = [row.fact for row in facts_of(incident) if isinstance(row.fact, HandedOver) and row.fact.episode == episode.id]
    said = ", ".join(word("handed", code) for code in handed[-1].details) if handed else ""
    return [(_("Handed over with the person"), said or _("nothing was said"), not said)] if handed else []


def _legal(incident: Incident, episode: Episode) -> str:
    """As it was last said: with the place asked for, or at the door."""
    said = [
        row.fact.legal for row in facts_of(incident) if isinstance(row.fact, PlaceReserved | HandedOver) and row.fact.episode == episode.id
    ]
    return said[-1] if said else "voluntary"


def _body(incident: Incident) -> list[tuple[str, str, bool]]:
    told: dict[str, list[str]] = {}
    for flag, state, _at in incident.medical:
        told.setdefault(flag, []).append(_say(state))
    flags = [f"{word('red_flag', flag)}: {' → '.join(dict.fromkeys(states))}" for flag, states in told.items()]
    again = {flag for flag, _at in incident.medical_at_departure}
    asked = _("asked again before leaving") if again else _("not asked again before leaving")
    answered = ", ".join(flags) or _("not asked")
    is_near = not flags or any(state != "no" for _flag, state, _at in incident.medical)
    return [(_("Medical red flags"), answered, is_near), ("", asked, not again)]


def _danger(incident: Incident) -> list[tuple[str, str, bool]]:
    told = "; ".join(_weapon(kind, place, state) for kind, place, state, _source, _at in incident.weapons)
    return [(_("Weapons"), told or _("not asked"), any(one[2] not in ("denied", "secured") for one in incident.weapons))]


def _weapon(kind: str, place: str, state: str) -> str:
    where = "" if place in ("", "unknown") else f", {word('weapon_place', place)}"
    return f"{word('weapon', kind)}{where}: {word('weapon_state', state)}"


def _how(view: View, incident: Incident, episode: Episode) -> list[tuple[str, str, bool]]:
    language = translate(LANGUAGE_NAMES.get(incident.language, incident.language), view.language) if incident.language else ""
    spoken = [f"{translate(LANGUAGE_NAMES.get(one[0], one[0]), view.language)} ({_say(one[1])})" for one in incident.interpreters]
    done = [word("detail", code) for code in episode.details]
    return [
        (_("Language"), language, False),
        (_("Interpreter"), ", ".join(spoken), False),
        (_("On scene"), ", ".join(done), any(code.startswith("restraint") for code in episode.details)),
        (_("Children or dependants"), _say(incident.dependants) if incident.dependants else _("not asked"), not incident.dependants),
        (_("Guardian"), ", ".join(_say(how) for how, _at in episode.guardian) or (_("not asked") if episode.minor else ""), episode.minor),
        (_("The person permits"), ", ".join(word("permission", code) for code in episode.consents), False),
    ]


def _say(code: str) -> str:
    text = WORDS.get(code)
    return _(text) if text else code.replace("_", " ")
