"""The one thing of a file a crew may see: a fixed sentence among the flags of the record, with who wrote it and a day to look again."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, person_stream
from alongside.core.person.facts import ItemWithdrawn, ItemWritten
from alongside.core.refused import Refused
from alongside.core.sharing.terms import FLAG_YEAR_MS
from alongside.core.threat import facts as f
from alongside.core.threat import requests as r
from alongside.core.threat.finding import named, team_file
from alongside.core.threat.state import Threat
from alongside.core.threat.terms import FLAG

SOURCE = "threat_team"


def raise_flag(asking: Asking, request: r.RaiseThreatFlag) -> tuple[Fact, ...]:
    """Only of whom a record is known; a new one takes the place of the old."""
    file = team_file(asking, request.threat)
    if file.person not in asking.board.people:
        raise Refused("threat_no_record")
    if not asking.now < request.review_at <= asking.now + FLAG_YEAR_MS:
        raise Refused("flag_review_date")
    if [one.field for one in request.words] != [FLAG]:
        raise Refused("threat_other_words")
    word, by = request.words[0], asking.by
    told = (word.vault_id, "", FLAG, by.staff, by.agency, SOURCE, (), request.review_at, "", request.words)
    item = ItemWritten(person_stream(file.person), asking.at, file.person, *told)
    raised = f.ThreatFlagRaised(*named(asking, file), word.vault_id, by.staff, request.review_at)
    return (raised, item, *lowered(asking, file))


def lower_flag(asking: Asking, request: r.LowerThreatFlag) -> tuple[Fact, ...]:
    """The team says that it no longer holds."""
    file = team_file(asking, request.threat)
    if not file.flag:
        raise Refused("threat_no_flag")
    return lowered(asking, file)


def lowered(asking: Asking, file: Threat) -> tuple[Fact, ...]:
    """The facts that take a flag down, where there is one."""
    if not file.flag:
        return ()
    withdrawn = ItemWithdrawn(person_stream(file.person), asking.at, file.person, file.flag, "no_longer_true")
    return (f.ThreatFlagLowered(*named(asking, file), file.flag, asking.by.staff), withdrawn)
