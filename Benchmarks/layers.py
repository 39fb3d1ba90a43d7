#!/usr/bin/env python3
"""Where the time of one truck goes: instructions and nanoseconds by layer of the program.

    python3 Benchmarks/layers.py [WORK ...]

Without names: w2 and gate-week; `works` lists all. Instructions are counted by callgrind in two
sizes of the work, so that the start of the program drops out; nanoseconds are CPU time, shared out
by the samples of perf, and are left out where perf is missing. WORKS may name the program, where it
was built before.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from measuring import ROUNDS, Usage

HERE = Path(__file__).resolve().parent

# The first pattern that is found in a symbol decides.
LAYERS = [
    ("draws: Philox", r"Philox"),
    ("laws: quantile functions, log, exp", r"RandomVariates|ieee754|^_*(exp|log|sqrt)|@@GLIBC_2.29"),
    ("arrivals", r"ArrivalGenerator|CumulativeRate|ArrivalBatch"),
    ("calendar", r"EventCalendar|EventKey|EventSimulation.*(Calendar|Slab)V.*Tg5"),
    ("tallies and sketches", r"OutputAnalysis"),
    ("service: queue, server, levels", r"NetworkV.*(serviceEnded|startService|changeBusy|join|enter|"
     r"serveNext|countWaiting|queue|insert|noteVisit|keepOpen|hold|release|Seize|chooseLane|takes|"
     r"isTaken|nextWaiting|delayEnded|9noteVisit|3end33)"),
    ("steps: walk, choices, expressions", r"NetworkV.*(claim|goOn|branch|evaluate|value|set|become|"
     r"duration|mark|stage|Stage|count|lot|attribute|Attribute|address)"),
    ("coming, leaving, cleared", r"NetworkV.*(receive|leave|clear|newSlot|newTruck|freeSlot)"),
    ("loop", r"ReplicationV|NetworkV|Simulation"),
    ("Swift runtime, memory", r"swift_|mem(cpy|move|set)|malloc|free|_int_"),
]


def layer(symbol):
    for name, pattern in LAYERS:
        if re.search(pattern, symbol):
            return name
    return "other"


def program(folder):
    """The works, without the debug information that valgrind 3.19 cannot read."""
    works = os.environ.get("WORKS")
    if not works:
        command = ["swift", "build", "-c", "release", "--package-path", str(HERE)]
        subprocess.run([*command, "--product", "works"], check=True, stdout=sys.stderr)
        works = subprocess.check_output([*command, "--show-bin-path"], text=True).strip() + "/works"
    stripped = Path(folder) / "works"
    subprocess.run(["strip", "--strip-debug", "-o", stripped, works], check=True)
    return stripped


def instructions(works, work, size, folder):
    """Units, and instructions by layer."""
    out = Path(folder) / "callgrind.out"
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", works, work, str(size)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    listing = subprocess.check_output(
        ["callgrind_annotate", "--threshold=100", "--auto=no", out], text=True, stderr=subprocess.DEVNULL
    )
    found = Counter()
    for line in listing.splitlines():
        match = re.match(r"\s*([\d,]+) \([\d. ]+%\)\s+[^:]*:(\S+)", line)
        if match:
            found[layer(match[2])] += int(match[1].replace(",", ""))
    return int(run.stdout.split("\t")[0]), found


def samples(works, work, size, folder):
    """The share of each layer in the samples of perf."""
    data = Path(folder) / "perf.data"
    command = ["perf", "record", "-q", "-F", "5000", "-o", data, works, work, str(size)]
    subprocess.run(command, check=True, capture_output=True)
    report = ["perf", "report", "-i", data, "--stdio", "--no-children", "-F", "sample,symbol"]
    listing = subprocess.check_output(report, text=True, stderr=subprocess.DEVNULL)
    found = Counter()
    for line in listing.splitlines():
        match = re.match(r"\s*(\d+)\s+\[[.k]\] (\S+)", line)
        if match:
            found[layer(match[2])] += int(match[1])
    total = found.total()
    return {name: count / total for name, count in found.items()}


def units(works, work, size):
    """What a work of a size handles."""
    return int(subprocess.check_output([works, work, str(size)], text=True).split("\t")[0])


def nanoseconds(works, work, small, large):
    """CPU time of one more unit."""
    few, many = (
        min(Usage([works, work, str(size)]).cpu for _ in range(ROUNDS)) for size in (small, large)
    )
    return (many - few) / (units(works, work, large) - units(works, work, small)) * 1e9


def table(works, work, unit, small, large, folder):
    few, first = instructions(works, work, small, folder)
    many, second = instructions(works, work, large, folder)
    counts = {name: (second[name] - first[name]) / (many - few) for name in second}
    shares = {}
    if shutil.which("perf"):
        time = nanoseconds(works, work, 10 * large, 40 * large)
        shares = {n: s * time for n, s in samples(works, work, 40 * large, folder).items()}
    print(f"\n### {work}, per {unit}\n\n| Layer | Instructions | Nanoseconds |\n|---|---|---|")
    for name in [name for name, _ in LAYERS] + ["other"]:
        print(f"| {name} | {counts.get(name, 0):,.0f} | {shares.get(name, float('nan')):,.0f} |")
    print(f"| all | {sum(counts.values()):,.0f} | {sum(shares.values()):,.0f} |")


def main():
    with tempfile.TemporaryDirectory() as folder:
        works = program(folder)
        lines = subprocess.check_output([works], text=True).splitlines()
        known = {name: rest for name, *rest in (line.split("\t") for line in lines)}
        for work in sys.argv[1:] or ["w2", "gate-week"]:
            if work not in known:
                sys.exit(f"no work {work}; there are {', '.join(known)}")
            unit, small, large = known[work]
            table(works, work, unit, int(small), int(large), folder)


if __name__ == "__main__":
    main()
