"""W1, W2 and W2b in salabim, in two styles.

`servers`: the servers are the only components; what waits is the time of its arrival in a deque,
and a server with nothing to do passivates. It is by far the fastest style. `components`: each
customer is a component that requests a Resource, as in salabim's manual; two thirds of its time go
into the checks of a new component's parameters, which cannot be switched off.

Options: sim.yieldless(False), since a generator switches faster than the greenlet of a yieldless
process (265,000 against 191,000 customers a second in `servers`); trace=False; the monitors of the
resources are off; numbers come from Python's random, not from salabim's distributions. gc.disable()
gains nothing in `servers` and makes the memory of `components` grow.
"""

from collections import deque

import salabim as sim
import works


def environment():
    sim.yieldless(False)
    return sim.Environment(trace=False)


class Line:
    """What waits for one of the servers, and the servers that wait for it."""

    def __init__(self):
        self.waiting = deque()
        self.idle = []

    def add(self, item):
        self.waiting.append(item)
        if self.idle:
            self.idle.pop().activate()


def queue_servers(customers, random):
    env = environment()
    line = Line()
    total = 0.0

    class Server(sim.Component):
        def process(self):
            nonlocal total
            while True:
                while not line.waiting:
                    line.idle.append(self)
                    yield self.passivate()
                arrived = line.waiting.popleft()
                yield self.hold(random.expovariate(works.SERVICE_RATE))
                total += env.now() - arrived

    class Arrivals(sim.Component):
        def process(self):
            for _ in range(customers):
                yield self.hold(random.expovariate(works.ARRIVAL_RATE))
                line.add(env.now())

    Server()
    Arrivals()
    env.run()
    return total


def queue_components(customers, random):
    env = environment()
    server = sim.Resource(monitor=False)
    total = 0.0

    class Customer(sim.Component):
        def process(self):
            nonlocal total
            arrived = env.now()
            yield self.request(server)
            yield self.hold(random.expovariate(works.SERVICE_RATE))
            self.release()
            total += env.now() - arrived

    class Arrivals(sim.Component):
        def process(self):
            for _ in range(customers):
                yield self.hold(random.expovariate(works.ARRIVAL_RATE))
                Customer()

    Arrivals()
    env.run()
    return total


def site_servers(site, trucks, random):
    env = environment()
    gate, yard = Line(), Line()
    gate_waits, yard_waits, left_in_hour = [], [], [0] * 24

    def leave():
        left_in_hour[int(env.now() // 3600) % 24] += 1

    class Lane(sim.Component):
        def process(self):
            while True:
                while not gate.waiting:
                    gate.idle.append(self)
                    yield self.passivate()
                gate_waits.append(env.now() - gate.waiting.popleft())
                yield self.hold(random.lognormvariate(works.GATE_MU, works.GATE_SIGMA))
                if random.random() < works.YARD_SHARE:
                    yard.add(env.now())
                else:
                    leave()

    class Dock(sim.Component):
        def process(self):
            while True:
                while not yard.waiting:
                    yard.idle.append(self)
                    yield self.passivate()
                yard_waits.append(env.now() - yard.waiting.popleft())
                yield self.hold(random.triangular(works.YARD_LOW, works.YARD_HIGH, works.YARD_MODE))
                leave()

    class Arrivals(sim.Component):
        def process(self):
            for time in works.arrival_times(random, site, trucks):
                yield self.hold(till=time)
                gate.add(time)

    for _ in range(works.LANES):
        Lane()
    for _ in range(site.docks):
        Dock()
    Arrivals()
    env.run()
    return gate_waits, yard_waits, left_in_hour


def site_components(site, trucks, random):
    env = environment()
    gate = sim.Resource(capacity=works.LANES, monitor=False)
    yard = sim.Resource(capacity=site.docks, monitor=False)
    gate_waits, yard_waits, left_in_hour = [], [], [0] * 24

    class Truck(sim.Component):
        def process(self):
            arrived = env.now()
            yield self.request(gate)
            gate_waits.append(env.now() - arrived)
            yield self.hold(random.lognormvariate(works.GATE_MU, works.GATE_SIGMA))
            self.release()
            if random.random() < works.YARD_SHARE:
                arrived = env.now()
                yield self.request(yard)
                yard_waits.append(env.now() - arrived)
                yield self.hold(random.triangular(works.YARD_LOW, works.YARD_HIGH, works.YARD_MODE))
                self.release()
            left_in_hour[int(env.now() // 3600) % 24] += 1

    class Arrivals(sim.Component):
        def process(self):
            for time in works.arrival_times(random, site, trucks):
                yield self.hold(till=time)
                Truck()

    Arrivals()
    env.run()
    return gate_waits, yard_waits, left_in_hour


if __name__ == "__main__":
    works.main(
        {"servers": queue_servers, "components": queue_components},
        {"servers": site_servers, "components": site_components},
    )
