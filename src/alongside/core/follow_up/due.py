"""Which follow-ups a disposition makes due, and who is asked to keep them."""

from alongside.core.asking import Asking
from alongside.core.codes import Disposition, PartyKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.follow_up.facts import FollowUpDue
from alongside.core.party import Party
from alongside.core.promise.ending import list_open
from alongside.core.refused import Refused
from alongside.core.rules import FollowUpRule
from alongside.core.state import Episode


def list_rules(asking: Asking, episode: Episode, disposition: Disposition) -> list[FollowUpRule]:
    """The program's rules for this disposition at this level; none where promises are open already."""
    incident = asking.incident(episode.incident)
    level = incident.level if incident.level is not None else asking.rules.program.unassessed_as
    rules = [rule for rule in asking.rules.program.follow_ups if disposition in rule.after and level in rule.levels]
    return [] if list_open(asking, episode) else rules


def list_due(asking: Asking, episode: Episode, disposition: Disposition, ids: tuple[str, ...]) -> tuple[Fact, ...]:
    """One promise for each rule. ``ids`` are minted by the asker; too few are refused with how many are needed."""
    rules = list_rules(asking, episode, disposition)
    if len(ids) < len(rules):
        raise Refused("follow_up_ids_missing", needed=len(rules), given=len(ids))
    if len(set(ids)) < len(ids) or any(id in asking.board.follow_ups for id in ids[: len(rules)]):
        raise Refused("follow_up_exists", episode=episode.id)
    return tuple(_promise(asking, episode, rule, id) for rule, id in zip(rules, ids, strict=False))


def _promise(asking: Asking, episode: Episode, rule: FollowUpRule, id: str) -> FollowUpDue:
    owner = Party(PartyKind.POSITION, asking.rules.get_desk(rule.duty).id)
    return FollowUpDue(episode_stream(episode.id), asking.at, id, episode.id, episode.incident, rule.id, owner, asking.at + rule.due_ms)
