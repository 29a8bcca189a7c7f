"""The extracts of this deployment: one for those whose work it is, one for evaluation."""

from alongside.evaluate.extract.table import Release
from alongside.server.evaluate.live import Live, happened_at, recorded_at
from alongside.server.site.deployment import Deployment
from alongside.server.site.keys import get_secret

_here: list[tuple[Deployment, dict[bool, Live]]] = []


def find_live(deployment: Deployment, in_bands: bool) -> Live:
    """Made when first asked for and let go when another deployment opens."""
    if not _here or _here[0][0] is not deployment:
        _here[:] = [(deployment, {})]
    kept = _here[0][1]
    if in_bands not in kept:
        known_at = happened_at if deployment.is_demo else recorded_at
        kept[in_bands] = Live(deployment.ledger.read, deployment.clock.now, _released_as(deployment), in_bands, known_at)
    return kept[in_bands]


def _released_as(deployment: Deployment) -> Release:
    kinds = {facility.id: facility.kind for facility in deployment.rules.facilities.values()}
    secret = get_secret(deployment.options.data, "release.key").encode()
    return Release(secret, deployment.profile.area.zone, deployment.rules.program.id, kinds)
