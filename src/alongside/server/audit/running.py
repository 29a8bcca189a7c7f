"""Beside requests: heads are signed, what is unusual is noticed, and whether the audit itself still works."""

from alongside.server.audit.alarm import Alarm
from alongside.server.audit.keeping import Keeper, open_keeper
from alongside.server.audit.kin import look_for_kin
from alongside.server.audit.tables import open_alerts
from alongside.server.audit.watching import Watch, list_close
from alongside.server.audit.wholeness import Wholeness
from alongside.server.people.own_contact import list_own
from alongside.server.site.deployment import Deployment
from alongside.server.site.runners import Runner

NOTICE_EVERY_S, LOOK_EVERY_S = 60.0, 10.0
SECONDS = 60


def watch_the_audit(deployment: Deployment) -> None:
    """Begin all of it. Raises ``ValueError`` or :class:`LedgerRefused` with a sentence where ``audit.yaml`` or the key cannot be used."""
    options, clock = deployment.options, deployment.clock
    keeper = deployment.keeper = open_keeper(options.ledger, options.data, deployment.vault.notes.troubles)
    notes, watch = deployment.vault.notes, Watch(deployment.vault.sharing.rules.fields)
    alarm, wholeness = Alarm(deployment, notes, keeper.rules), Wholeness(options.ledger, notes.troubles, keeper.known)
    deployment.runners.append(Runner("audit heads", lambda: _sign(deployment), keeper.rules.every_minutes * SECONDS).start())
    looking = Runner("audit alarm", lambda: alarm.look(clock.now()), LOOK_EVERY_S).start()
    notes.troubles.changed = looking.nudge
    deployment.runners.append(looking)
    deployment.runners.append(Runner("audit chain", lambda: _look(wholeness, keeper, clock.now()), NOTICE_EVERY_S).start())
    deployment.runners.append(Runner("audit alerts", lambda: _notice(deployment, watch), NOTICE_EVERY_S).start())


def _sign(deployment: Deployment) -> None:
    if deployment.keeper is not None:
        deployment.keeper.sign(deployment.clock.now())


def _look(wholeness: Wholeness, keeper: Keeper, now: int) -> None:
    keeper.keep_again(now)
    wholeness.look(now)


def _notice(deployment: Deployment, watch: Watch) -> None:
    engine = open_alerts(deployment.options.ledger)
    try:
        with deployment.ledger.board() as board:
            close = list_close(engine, board)
        now = deployment.clock.now()
        watch.look(engine, close, now)
        look_for_kin(engine, deployment.vault, deployment.ledger.board, list_own(deployment.vault), now)
    finally:
        engine.close()
