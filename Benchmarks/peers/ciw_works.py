"""W1, W2 and W2b in Ciw.

Options: exact=False, no state tracker and no deadlock detection, which are its defaults; its own
PoissonIntervals for the hourly factors, which draws all arrivals before the start: a distribution
that draws them one by one is as fast. The exit node sums the records of those who leave and forgets
them: to keep them all and call get_all_records() at the end, as the tutorial does, takes a third
longer and almost a kilobyte per truck. gc.disable() gains nothing.
"""

import ciw
import works


class QueueExit(ciw.ExitNode):
    """Sums the times in the system."""

    def __init__(self):
        super().__init__()
        self.total = 0.0

    def accept(self, individual, completed=True):
        self.number_of_individuals += 1
        self.number_of_completed_individuals += 1
        record = individual.data_records[0]
        self.total += record.exit_date - record.arrival_date


class SiteExit(ciw.ExitNode):
    """Collects the waits at each node, and how many left in each hour of the day."""

    def __init__(self):
        super().__init__()
        self.waits = [], []
        self.left_in_hour = [0] * 24

    def accept(self, individual, completed=True):
        self.number_of_individuals += 1
        self.number_of_completed_individuals += 1
        for record in individual.data_records:
            self.waits[record.node - 1].append(record.waiting_time)
        self.left_in_hour[int(record.exit_date // 3600) % 24] += 1


def run(network, exit_node, count, random):
    ciw.seed(random.getrandbits(32))
    simulation = ciw.Simulation(network, exit_node_class=exit_node)
    simulation.simulate_until_max_customers(count, method="Finish")
    return simulation.nodes[-1]


def queue(customers, random):
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(works.ARRIVAL_RATE)],
        service_distributions=[ciw.dists.Exponential(works.SERVICE_RATE)],
        number_of_servers=[1],
    )
    return run(network, QueueExit, customers, random).total


def site(site, trucks, random):
    # The run ends when so many have left, and more than enough have to come: five standard
    # deviations of their number, and half a day for the hours with few.
    hours = (trucks + 5 * trucks**0.5) / site.trucks_per_hour + 12
    arrivals = ciw.dists.PoissonIntervals(
        rates=[site.trucks_per_hour * factor / 3600 for factor in works.HOURLY_FACTORS],
        endpoints=[3600.0 * (hour + 1) for hour in range(24)],
        max_sample_date=hours * 3600,
    )
    network = ciw.create_network(
        arrival_distributions=[arrivals, None],
        service_distributions=[
            ciw.dists.Lognormal(works.GATE_MU, works.GATE_SIGMA),
            ciw.dists.Triangular(works.YARD_LOW, works.YARD_MODE, works.YARD_HIGH),
        ],
        number_of_servers=[works.LANES, site.docks],
        routing=[[0.0, works.YARD_SHARE], [0.0, 0.0]],
    )
    leavers = run(network, SiteExit, trucks, random)
    return *leavers.waits, leavers.left_in_hour


if __name__ == "__main__":
    works.main({"network": queue}, {"network": site})
