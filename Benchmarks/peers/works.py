"""The works that every engine does, their parameters, and what must come out.

W1: an M/M/1 queue at a load of 90 %, and the mean time in the system.
W2: a gate of 8 servers and a yard of 6 docks behind it for 6 % of the trucks; Poisson arrivals by
    24 hourly factors; mean and 95th percentile of both waits, and how many trucks left in each hour
    of the day. The twin of scenarios/benchmarks/w2.yaml.
W2b: the same in a rush, with 60 docks, where thousands wait at the gate. The twin of w2b.yaml.

Times are in seconds. Each model is called with STYLE WORK COUNT SEED and prints one line of JSON.
"""

import json
import sys
from math import log, sqrt
from random import Random
from typing import NamedTuple

ARRIVAL_RATE = 0.9
SERVICE_RATE = 1.0

HOURLY_FACTORS = (
    0.35, 0.30, 0.25, 0.25, 0.35, 0.60, 1.00, 1.40, 1.60, 1.65, 1.55, 1.45,
    1.35, 1.40, 1.50, 1.55, 1.45, 1.25, 1.20, 1.05, 0.85, 0.70, 0.55, 0.40,
)  # fmt: skip
LANES = 8
GATE_SIGMA = sqrt(log(1 + 0.5**2))
GATE_MU = log(25) - GATE_SIGMA**2 / 2
YARD_SHARE = 0.06
YARD_LOW, YARD_MODE, YARD_HIGH = 20 * 60, 35 * 60, 90 * 60


class Site(NamedTuple):
    trucks_per_hour: float
    docks: int


SITES = {"W2": Site(99.3, 6), "W2b": Site(921.6, 60)}


def arrival_times(random, site, trucks):
    """The times at which so many trucks come.

    Within an hour the rate is constant; a gap that reaches into the next hour is drawn anew from
    its beginning, which is exact because an exponential gap has no memory.
    """
    draw = random.expovariate
    start = 0.0
    while True:
        for factor in HOURLY_FACTORS:
            rate = site.trucks_per_hour * factor / 3600
            end = start + 3600
            time = start + draw(rate)
            while time < end:
                yield time
                trucks -= 1
                if trucks == 0:
                    return
                time += draw(rate)
            start = end


def queue_result(customers, total):
    """What W1 prints, from the sum of the times in the system."""
    return {"count": customers, "mean": total / customers}


def site_result(gate_waits, yard_waits, left_in_hour):
    """What W2 and W2b print: mean and 95th percentile of both waits, throughput by hour."""

    def mean_and_p95(waits):
        return [sum(waits) / len(waits), sorted(waits)[int(0.95 * len(waits))]]

    return {
        "count": len(gate_waits),
        "to yard": len(yard_waits),
        "gate": mean_and_p95(gate_waits),
        "yard": mean_and_p95(yard_waits),
        "left in hour": left_in_hour,
    }


def check(name, count, result):
    """Fails when what an engine printed is not the result of this work.

    Each mean may lie five standard errors, spread / √count, from the true one. The spread of W1
    follows from the asymptotic variance of the number present (Whitt, "Planning queueing
    simulations", Management Science 35, 1989). The means of W2 and W2b are those of 20 runs of
    Kakou with 10 million trucks each, and lie in the ranges known for these works, 76 to 79 minutes and
    3,540 to 3,645 s; the spreads are those between 20 runs of a million trucks, rounded up.
    """

    def near(what, mean, expected, spread):
        tolerance = 5 * spread / sqrt(count)
        assert abs(mean - expected) <= tolerance, f"{what} {mean}, not {expected} ± {tolerance}"

    assert result["count"] == count, f"{result['count']} passed, not {count}"
    if name == "W1":
        near("time in the system", result["mean"], 1 / (SERVICE_RATE - ARRIVAL_RATE), 195)
        return
    near("share to the yard", result["to yard"] / count, YARD_SHARE, 0.24)
    if name == "W2":
        near("mean wait in the yard", result["yard"][0], 4_600, 125_000)
    else:
        near("mean wait at the gate", result["gate"][0], 3_620, 40_000)
    # An engine that prints no hours has recorded them in a file.
    hours = result.get("left in hour", [count])
    assert sum(hours) == count, f"{sum(hours)} left, not {count}"


def main(queue_styles, site_styles):
    """Runs the work that the command line names in the style that it names.

    A style of W1 is a function (customers, random) → sum of the times in the system; one of W2 and
    W2b is a function (site, trucks, random) → (gate waits, yard waits, left in each hour).
    """
    style, name, count, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    random = Random(seed)
    if name == "W1":
        result = queue_result(count, queue_styles[style](count, random))
    else:
        result = site_result(*site_styles[style](SITES[name], count, random))
    check(name, count, result)
    print(json.dumps(result))
