"""What runs beside requests from the first page to the last."""

from alongside.ledger.timers import Timers
from alongside.server.attach.scanning import open_scanner
from alongside.server.audit.running import watch_the_audit
from alongside.server.custodian.finishing import finish_erasures
from alongside.server.plan.board.jobs import Jobs
from alongside.server.plan.board.living import Living
from alongside.server.programs.duty import come_on_duty
from alongside.server.records.comparing import Comparing
from alongside.server.site.deployment import Deployment
from alongside.server.site.health import SYNTHETIC_EVERY_S, try_a_call
from alongside.server.site.living_city import STEP_S
from alongside.server.site.runners import Runner

ROSTER_EVERY_S = 30.0
ERASING_EVERY_S = 10.0
COMPARING_EVERY_S = 1.0
PLANNING_EVERY_S = 0.3
SCANNER_EVERY_S = 30.0


def start_runners(deployment: Deployment) -> None:
    """Timers; in a demo the living city, or at least the roster."""
    runners, ledger = deployment.runners, deployment.ledger
    deployment.scanner = open_scanner(deployment.options.scanner, deployment.clock.now)
    if deployment.replay:  # its own timers run with the day
        runners.append(deployment.replay.start())
        return
    if deployment.city:
        runners.append(Runner("living city", deployment.city.live, STEP_S).start())
    elif deployment.is_demo:
        come_on_duty(ledger, deployment.profile, deployment.clock.now())
        runners.append(Runner("roster", lambda: come_on_duty(ledger, deployment.profile, deployment.clock.now()), ROSTER_EVERY_S).start())
    runners.append(Runner("synthetic call", lambda: try_a_call(deployment), SYNTHETIC_EVERY_S).start())
    runners.append(Runner("erasing", lambda: finish_erasures(deployment), ERASING_EVERY_S).start())
    deployment.comparing = comparing = Comparing(deployment)
    runners.append(Runner("comparing", comparing.work, COMPARING_EVERY_S, comparing.halt).start())
    living = Living(Jobs(deployment.options.data / "plan"))
    runners.append(Runner("planning", living.work, PLANNING_EVERY_S, living.halt).start())
    if deployment.options.scanner:
        runners.append(Runner("virus scanner", deployment.scanner.look, SCANNER_EVERY_S).start())
    watch_the_audit(deployment)
    runners.append(Timers(ledger, deployment.clock.now))
