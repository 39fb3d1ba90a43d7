#!/usr/bin/env python3
"""Compares Kakou with SimPy, salabim, Ciw and simmer, side by side on one core.

    python3 Benchmarks/peers/compare.py

Each engine does the works of works.py in turn, and so round after round, so that a change in
the machine's speed meets all. A rate is customers or trucks per second of CPU time, user and
system, of the whole process from its start to its end; a ratio is taken within a round. The table
has the medians and ranges, and the greatest memory of a process in MB. The peers keep the
throughput by hour in memory, ours records it in an SQLite file. These may be set:

    ROUNDS=5            how many rounds
    TRUCKS=1000000      customers and trucks of a peer (ours: ten times as many); from 50,000
    ENGINES=simpy,ciw   the peers to run; Kakou always runs
    WORKS=W1,W2,W2b     the works
    PYTHON=/usr/bin/python3   the interpreter of the Python peers
    KAKOU, MM1          programs built before: the product kakou, and mm1 of this package
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import install
import works

PEERS_FOLDER = Path(__file__).resolve().parent
BENCHMARKS = PEERS_FOLDER.parent
REPOSITORY = BENCHMARKS.parent

PEERS = ["simpy", "salabim", "ciw", "simmer"]
WORKS = ["W1", "W2", "W2b"]
STYLES = {
    "simpy": ["store", "resource"],
    "salabim": ["servers", "components"],
    "ciw": ["network"],
    "simmer": ["dataframe", "generator"],
}
# Fewer for the slow: a component of salabim costs 0.15 ms, and in W2b Ciw looks at each truck that
# waits whenever a lane is free. With fewer than two days of W2b its known mean would not hold.
FEWER = {("salabim", "components"): 10, ("ciw", "network", "W2b"): 5}
LEAST = 50_000


class Contender(NamedTuple):
    engine: str
    style: str
    name: str
    command: list


class Run(NamedTuple):
    count: int
    seconds: float
    megabytes: float

    @property
    def rate(self):
        return self.count / self.seconds


def chosen(variable, known):
    """The names that an environment variable lists, or all."""
    names = [name for name in os.environ.get(variable, "").split(",") if name] or known
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"{variable}: no {', '.join(unknown)}; there are {', '.join(known)}")
    return [name for name in known if name in names]


def number(variable, default, least):
    text = os.environ.get(variable, str(default))
    if not text.isdecimal() or int(text) < least:
        sys.exit(f"{variable}: {text} is not a number from {least}")
    return int(text)


def built(variable, product, package, *options):
    """A program of ours: the one that the variable names, or the product, built now."""
    if os.environ.get(variable):
        return str(Path(os.environ[variable]).resolve())
    build = ["swift", "build", "-c", "release", "--package-path", str(package), *options]
    subprocess.run([*build, "--product", product], check=True, stdout=sys.stderr)
    folder = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True)
    return f"{folder.stdout.strip()}/{product}"


def contenders(peers):
    """All peers that could be installed, in their styles, and the reasons of the others."""
    python, versions, missing = install.python_peers([p for p in peers if p != "simmer"])
    if "simmer" in peers:
        versions["simmer"], missing["simmer"] = install.simmer()
    found = []
    for engine in peers:
        for style in STYLES[engine] if versions[engine] else []:
            program = (
                ["Rscript", str(PEERS_FOLDER / "simmer_works.R")]
                if engine == "simmer"
                else [python, str(PEERS_FOLDER / f"{engine}_works.py")]
            )
            name = f"{engine} {versions[engine]}, {style}"
            found.append(Contender(engine, style, name, [*program, style]))
    return python, found, {engine: missing[engine] for engine in peers if not versions[engine]}


def measure(command, folder):
    """Runs a command to its end and returns what it printed and what it used."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=folder)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} failed")
    return printed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run_ours(work, count, seed, programs, folder):
    if work == "W1":
        printed, *used = measure([programs["mm1"], str(count), str(seed)], folder)
        customers, _, mean = printed.split()
        result = {"count": int(customers), "mean": float(mean)}
    else:
        scenario = REPOSITORY / "scenarios" / "benchmarks" / f"{work.lower()}.yaml"
        options = ["--set", f"arrivals.trucks.at most={count}", "--seed", str(seed)]
        options += ["--workers", "1", "--format", "json", "--database", "run.sqlite"]
        printed, *used = measure([programs["kakou"], "run", str(scenario), *options], folder)
        for file in Path(folder).iterdir():
            file.unlink()
        of = {m["measure"]: m["estimate"] for m in json.loads(printed)["measures"]}
        result = {"count": int(of["gate.wait.count"]), "to yard": int(of["yard.wait.count"])}
        for station in ["gate", "yard"]:
            result[station] = [of[f"{station}.wait.mean"], of[f"{station}.wait.p95"]]
    works.check(work, count, result)
    return Run(count, *used)


def run_peer(peer, work, trucks, seed, folder):
    key = (peer.engine, peer.style)
    count = max(LEAST, trucks // FEWER.get(key, FEWER.get((*key, work), 1)))
    printed, *used = measure([*peer.command, work, str(count), str(seed)], folder)
    works.check(work, count, json.loads(printed))
    return Run(count, *used)


def print_table(runs, ours):
    """Prints a line for each work and engine: medians, ranges over the rounds, greatest memory."""
    # A process starts with the peak of the one that starts it: a smaller one cannot be told apart.
    floor = measure(["true"], None)[2]
    line = "{:<5}{:<30}{:>11}{:>13}{:>24}{:>8}{:>12}{:>16}{:>9}".format
    head = "work", "engine, style", "count", "count/s", "range", "CPU s", "kakou is", "range", "MB"
    print(line(*head))
    for (work, name), own in runs.items():
        rates = [run.rate for run in own]
        ratios = [our.rate / run.rate for our, run in zip(runs[work, ours], own)]
        peak = max(run.megabytes for run in own)
        print(
            line(
                work,
                name,
                f"{own[0].count:,}",
                f"{statistics.median(rates):,.0f}",
                f"{min(rates):,.0f}–{max(rates):,.0f}",
                f"{statistics.median(run.seconds for run in own):.2f}",
                "" if name == ours else f"{statistics.median(ratios):,.1f} ×",
                "" if name == ours else f"{min(ratios):,.1f}–{max(ratios):,.1f}",
                f"{peak:.0f}" if peak > floor + 1 else f"≤ {floor:.0f}",
            )
        )


def main():
    rounds, trucks = number("ROUNDS", 5, 1), number("TRUCKS", 1_000_000, LEAST)
    chosen_works = chosen("WORKS", WORKS)
    peers = [name for name in chosen("ENGINES", ["kakou", *PEERS]) if name != "kakou"]
    programs = {
        "mm1": built("MM1", "mm1", BENCHMARKS),
        "kakou": built("KAKOU", "kakou", REPOSITORY, "--static-swift-stdlib"),
    }
    python, found, missing = contenders(peers)
    version = subprocess.run([programs["kakou"], "--version"], capture_output=True, text=True)
    ours = f"kakou {version.stdout.split()[-1]}"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    runs = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, rounds + 1):
            for work in chosen_works:
                print(f"round {seed} of {rounds}: {work}", file=sys.stderr)
                run = run_ours(work, 10 * trucks, seed, programs, folder)
                runs.setdefault((work, ours), []).append(run)
                for peer in found:
                    run = run_peer(peer, work, trucks, seed, folder)
                    runs.setdefault((work, peer.name), []).append(run)
    cpu = [line.split(":")[1] for line in open("/proc/cpuinfo") if line.startswith("model name")]
    machine = cpu[0].strip() if cpu else platform.machine()
    print(f"{machine}, {os.cpu_count()} cores, one used; {rounds} rounds")
    print(install.description(python))
    print_table(runs, ours)
    for engine, reason in missing.items():
        print(f"{engine} is left out: {reason}")


if __name__ == "__main__":
    main()
