"""An M/M/1 queue at a load of 90 % in SimPy 4: the twin of Sources/mm1.

    mm1_simpy.py STYLE CUSTOMERS SEED

prints customers, seconds and the mean time in the system, parted by tabs. Two styles, both as
SimPy's own documents show them: `store` has one process that brings customers and one that serves
them; `resource` has a process for each customer.
"""

import sys
import time
from random import Random

import simpy

ARRIVAL_RATE = 0.9
SERVICE_RATE = 1.0
EXACT_MEAN_SOJOURN = 1 / (SERVICE_RATE - ARRIVAL_RATE)


def run_store(customers, random):
    env = simpy.Environment()
    queue = simpy.Store(env)
    draw = random.expovariate
    total = 0.0

    def arrivals():
        for _ in range(customers):
            yield env.timeout(draw(ARRIVAL_RATE))
            queue.put(env.now)

    def server():
        nonlocal total
        for _ in range(customers):
            arrived = yield queue.get()
            yield env.timeout(draw(SERVICE_RATE))
            total += env.now - arrived

    env.process(arrivals())
    env.process(server())
    env.run()
    return total / customers


def run_resource(customers, random):
    env = simpy.Environment()
    server = simpy.Resource(env, capacity=1)
    draw = random.expovariate
    total = 0.0

    def customer():
        nonlocal total
        arrived = env.now
        with server.request() as request:
            yield request
            yield env.timeout(draw(SERVICE_RATE))
        total += env.now - arrived

    def arrivals():
        for _ in range(customers):
            yield env.timeout(draw(ARRIVAL_RATE))
            env.process(customer())

    env.process(arrivals())
    env.run()
    return total / customers


def main():
    run = {"store": run_store, "resource": run_resource}[sys.argv[1]]
    customers = int(sys.argv[2])
    random = Random(int(sys.argv[3]))
    start = time.perf_counter()
    mean = run(customers, random)
    seconds = time.perf_counter() - start
    # Five standard errors of the mean, as in Sources/QueueModels/SingleServer.swift.
    assert abs(mean - EXACT_MEAN_SOJOURN) <= 5 * 195 / customers**0.5, mean
    print(customers, seconds, mean, sep="\t")


if __name__ == "__main__":
    main()
