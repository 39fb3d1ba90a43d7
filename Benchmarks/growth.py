#!/usr/bin/env python3
"""How the cost of a truck grows: prints one Markdown table for each thing that can be many.

    python3 Benchmarks/growth.py [TABLE ...]

Without names all tables: lanes, queue, pending, stations, replications, workers, trucks. A time is
CPU time (user and system, of all threads), the best of ROUNDS (3) rounds, since what disturbs a run
only makes it longer. Times per truck or event are what one more costs: the difference of two runs
of different lengths, so that the start of the program drops out. The last line of a table is a fit
by least squares: a straight line, or a power where sizes span several of them. KAKOU and WORKS may
name programs that were built before: KAKOU=.build/release/kakou python3 Benchmarks/growth.py lanes
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import ROUNDS, Column, Usage, cost_of_one_more, straight_line, table

HERE = Path(__file__).resolve().parent


def build(variable, product, package, *options):
    """The path of a program: what an environment variable says, or built now."""
    if variable in os.environ:
        return os.environ[variable]
    command = ["swift", "build", "-c", "release", "--package-path", str(package), *options]
    subprocess.run([*command, "--product", product], check=True, stdout=sys.stderr)
    folder = subprocess.check_output([*command, "--show-bin-path"], text=True)
    return f"{folder.strip()}/{product}"


class Growth:
    """The programs, and a folder for scenarios and results."""

    def __init__(self, folder, kakou, works):
        self.folder = Path(folder)
        self.kakou = kakou
        self.works = works

    def scenario(self, text):
        path = self.folder / "growth.yaml"
        path.write_text("seed: 1\nreplications: 1\n" + text)
        return path

    def run(self, path, *options, workers=1):
        """Runs a scenario into a results file of its own, which goes afterwards."""
        database = self.folder / f"{time.monotonic_ns()}.sqlite"
        command = [self.kakou, "run", str(path), "--workers", str(workers), "--record", "summary"]
        usage = Usage([*command, "--quiet", "--database", str(database), *options])
        for file in self.folder.glob(f"{database.name}*"):
            file.unlink()
        return usage

    def trucks(self, path, count, flow="trucks"):
        return self.run(path, "--set", f"arrivals.{flow}.at most={count}")


PASS = "procedures: {pass: [{serve at: gate, for: %s}]}\n"


def lanes(growth):
    def measure(gate):
        def cost(n):
            names = ", ".join(f"{{name: l{i}}}" for i in range(n))
            path = growth.scenario(
                "scenario: lanes at a load of 80 %\nruns until: empty\n"
                f"stations: {{gate: {{{gate % names if '%s' in gate else gate % n}}}}}\n"
                f"arrivals: {{trucks: {{rate: {96 * n} per h, at most: 1, procedure: pass}}}}\n"
                + PASS % "exponential(30 s)"
            )
            return cost_of_one_more(lambda trucks: growth.trucks(path, trucks), 500_000)

        return cost

    gates = {
        "one queue": "servers: %d",
        "shortest queue": "lanes: [%s]",
        "random lane": "lanes: [%s], joins: random",
        "shortest queue, jockeying": "lanes: [%s], jockeying: yes",
    }
    columns = [Column(name, measure(gate), straight_line("ns")) for name, gate in gates.items()]
    sizes = [1, 2, 4, 8, 16, 32, 64]
    table("Lanes: ns per truck at a load of 80 %", "lanes", sizes, columns)


def queue(growth):
    def measure(order, length):
        def cost(n):
            path = growth.scenario(
                "scenario: a queue that keeps its length\nruns until: empty\nclasses: [a, b]\n"
                f"stations: {{gate: {{servers: 1, queue: {order}}}}}\n"
                "arrivals:\n"
                f"  crowd: {{at: [0 s], batch: {n}, at most: {n}, class: b, procedure: pass}}\n"
                "  trucks: {every: 1 s, at most: 1, class: {a: 50%, b: 50%}, procedure: pass}\n"
                + PASS % length
            )
            size = max(300_000, n)
            return cost_of_one_more(lambda trucks: growth.trucks(path, trucks), size)

        return cost

    orders = ["fifo", "lifo", "priority", "random"]
    columns = [Column(order, measure(order, "1 s")) for order in orders]
    columns.append(Column("shortest-job", measure("shortest-job", "exponential(1 s)")))
    sizes = [10**power for power in range(1, 7)]
    table("Trucks in the queue: ns per truck, by order of service", "waiting", sizes, columns)


def pending(growth):
    def cost(n):
        return cost_of_one_more(lambda events: Usage([growth.works, f"hold-{n}", str(events)]), 1_000_000)

    sizes = [16, 128, 1_024, 8_192, 65_536, 1_000_000]
    table("Pending events: the hold model", "pending", sizes, [Column("ns per event", cost)])


def stations(growth):
    def cost(n):
        steps = ", ".join(f"{{serve at: s{i}, for: exponential(30 s)}}" for i in range(n))
        places = ", ".join(f"s{i}: {{servers: 1}}" for i in range(n))
        path = growth.scenario(
            f"scenario: stations in a row\nruns until: empty\nstations: {{{places}}}\n"
            "arrivals: {trucks: {rate: 96 per h, at most: 1, procedure: pass}}\n"
            f"procedures: {{pass: [{steps}]}}\n"
        )
        size = max(1_000_000 // n, 25_000)
        return cost_of_one_more(lambda trucks: growth.trucks(path, trucks), size)

    sizes = [1, 2, 4, 8, 16, 32, 64]
    columns = [Column("ns per truck", cost, straight_line("ns"))]
    table("Stations in a row", "stations", sizes, columns)


W2_DAY = (
    "scenario: one day at a gate and a yard\nruns for: 1 d\n"
    "stations: {gate: {servers: 8}, yard: {servers: 6}}\n"
    "arrivals: {trucks: {rate: 99.3 per h, procedure: pass}}\n"
    "procedures: {pass: [{serve at: gate, for: 'lognormal(mean = 25 s, cv = 0.5)'}, {choose: "
    "[{share: 6%, do: [{serve at: yard, for: 'triangular(20 min, 35 min, 90 min)'}]}]}]}\n"
)


def whole_runs(run):
    """CPU time and memory of runs of a size, the start of the program included."""
    usages = {}

    def total(n):
        usages[n] = min((run(n) for _ in range(ROUNDS)), key=lambda usage: usage.cpu)
        return usages[n].cpu * 1e3

    return [
        Column("CPU ms in all", total, straight_line("ms", "µs", 1e3)),
        Column("MB", lambda n: usages[n].memory, straight_line("MB", "kB", 1e3)),
    ]


def replications(growth):
    path = growth.scenario(W2_DAY)
    columns = whole_runs(lambda n: growth.run(path, "--replications", str(n)))
    sizes = [1, 3, 10, 30, 100, 300, 1_000]
    table("Replications: one day of 2,383 trucks each", "replications", sizes, columns)


def workers(growth):
    """Rates in one and the same minutes: what the processes reach, then what the workers reach."""
    path = HERE.parent / "scenarios/benchmarks/w2.yaml"
    options = ["--replications", "8", "--set", "arrivals.trucks.at most=250000"]

    def pair():
        start = time.perf_counter()
        command = [growth.kakou, "run", str(path), "--workers", "1", "--record", "summary", "--quiet"]
        both = [
            subprocess.Popen([*command, "--database", f"{growth.folder}/pair{i}.sqlite", *options])
            for i in range(2)
        ]
        if any([process.wait() for process in both]):
            sys.exit("a process of the pair has failed")
        for file in growth.folder.glob("pair*"):
            file.unlink()
        return time.perf_counter() - start

    ones, twos, pairs = [], [], []
    for _ in range(ROUNDS):
        ones.append(growth.run(path, *options, workers=1))
        twos.append(growth.run(path, *options, workers=2))
        pairs.append(pair())
    trucks = 8 * 250_000
    one, two = (min(runs, key=lambda usage: usage.wall) for runs in (ones, twos))
    base = trucks / one.wall
    rates = [base, trucks / two.wall, 2 * trucks / min(pairs)]
    costs = [f"{usage.cpu / trucks * 1e9:,.1f}" for usage in (one, two)] + [""]
    print("\n**Workers: W2, 8 replications of 250,000 trucks, best round**\n")
    print("| | trucks/s | gain | CPU ns per truck |\n|---|--:|--:|--:|")
    for name, rate, cost in zip(["1 worker", "2 workers", "2 processes"], rates, costs):
        print(f"| {name} | {rate:,.0f} | {rate / base:.2f} | {cost} |")
    print(f"\n2 workers reach {rates[1] / rates[2]:.2f} of what 2 processes reach.", flush=True)


def trucks(growth):
    path = HERE.parent / "scenarios/benchmarks/w2.yaml"
    columns = whole_runs(lambda n: growth.trucks(path, n))
    table("Trucks: W2", "trucks", [10**power for power in range(4, 8)], columns)


TABLES = [lanes, queue, pending, stations, replications, workers, trucks]


def main():
    known = {table.__name__: table for table in TABLES}
    names = sys.argv[1:] or list(known)
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"no table {', '.join(unknown)}; there are {', '.join(known)}")
    kakou = build("KAKOU", "kakou", HERE.parent, "--static-swift-stdlib")
    works = build("WORKS", "works", HERE) if "pending" in names else ""
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            start = time.perf_counter()
            known[name](Growth(folder, kakou, works))
            print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
