"""W1, W2 and W2b in SimPy 4, in the two styles that SimPy's own documents show.

`store`: what waits is a plain value in a Store, and each server is a process that takes the next.
It is the fastest style: no process, request or release for each customer. `resource`: each customer
is a process that requests a Resource; it is what most write first.

SimPy has no trace or monitor to switch off. Measured and left out, as none gains 5 %: gc.disable(),
python -O, numbers drawn in blocks by numpy, and local names for the methods called.
"""

import simpy
import works


def queue_store(customers, random):
    env = simpy.Environment()
    line = simpy.Store(env)
    total = 0.0

    def arrivals():
        for _ in range(customers):
            yield env.timeout(random.expovariate(works.ARRIVAL_RATE))
            line.put(env.now)

    def server():
        nonlocal total
        while True:
            arrived = yield line.get()
            yield env.timeout(random.expovariate(works.SERVICE_RATE))
            total += env.now - arrived

    env.process(arrivals())
    env.process(server())
    env.run()
    return total


def queue_resource(customers, random):
    env = simpy.Environment()
    server = simpy.Resource(env)
    total = 0.0

    def customer():
        nonlocal total
        arrived = env.now
        with server.request() as request:
            yield request
            yield env.timeout(random.expovariate(works.SERVICE_RATE))
        total += env.now - arrived

    def arrivals():
        for _ in range(customers):
            yield env.timeout(random.expovariate(works.ARRIVAL_RATE))
            env.process(customer())

    env.process(arrivals())
    env.run()
    return total


def site_store(site, trucks, random):
    env = simpy.Environment()
    gate, yard = simpy.Store(env), simpy.Store(env)
    gate_waits, yard_waits, left_in_hour = [], [], [0] * 24

    def leave():
        left_in_hour[int(env.now // 3600) % 24] += 1

    def lane():
        while True:
            arrived = yield gate.get()
            gate_waits.append(env.now - arrived)
            yield env.timeout(random.lognormvariate(works.GATE_MU, works.GATE_SIGMA))
            if random.random() < works.YARD_SHARE:
                yard.put(env.now)
            else:
                leave()

    def dock():
        while True:
            arrived = yield yard.get()
            yard_waits.append(env.now - arrived)
            yield env.timeout(random.triangular(works.YARD_LOW, works.YARD_HIGH, works.YARD_MODE))
            leave()

    def arrivals():
        for time in works.arrival_times(random, site, trucks):
            yield env.timeout(time - env.now)
            gate.put(env.now)

    for _ in range(works.LANES):
        env.process(lane())
    for _ in range(site.docks):
        env.process(dock())
    env.process(arrivals())
    env.run()
    return gate_waits, yard_waits, left_in_hour


def site_resource(site, trucks, random):
    env = simpy.Environment()
    gate, yard = simpy.Resource(env, works.LANES), simpy.Resource(env, site.docks)
    gate_waits, yard_waits, left_in_hour = [], [], [0] * 24

    def truck():
        arrived = env.now
        with gate.request() as request:
            yield request
            gate_waits.append(env.now - arrived)
            yield env.timeout(random.lognormvariate(works.GATE_MU, works.GATE_SIGMA))
        if random.random() < works.YARD_SHARE:
            arrived = env.now
            with yard.request() as request:
                yield request
                yard_waits.append(env.now - arrived)
                stay = random.triangular(works.YARD_LOW, works.YARD_HIGH, works.YARD_MODE)
                yield env.timeout(stay)
        left_in_hour[int(env.now // 3600) % 24] += 1

    def arrivals():
        for time in works.arrival_times(random, site, trucks):
            yield env.timeout(time - env.now)
            env.process(truck())

    env.process(arrivals())
    env.run()
    return gate_waits, yard_waits, left_in_hour


if __name__ == "__main__":
    works.main(
        {"store": queue_store, "resource": queue_resource},
        {"store": site_store, "resource": site_resource},
    )
