"""The queue in Ciw, which knows servers but no places: it can be asked where nobody drives."""

import ciw

from bench.peers.nearest_heap import Answer


def run(rings: list[int], service: list[int], servers: int) -> Answer:
    """Completions, and the sum of the waits in ms."""
    between = [float(then - before) for before, then in zip([0, *rings], rings, strict=False)]
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Sequential(between)],
        service_distributions=[ciw.dists.Sequential([float(one) for one in service])],
        number_of_servers=[servers],
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(len(rings), method="Finish")
    records = sorted(simulation.get_all_records(), key=lambda one: one.arrival_date)[: len(rings)]
    return len(records), round(sum(one.waiting_time for one in records))
