"""What a process takes, what one unit more costs, and tables of how that grows."""

import math
import os
import subprocess
import sys
import time
from typing import Callable, NamedTuple

ROUNDS = int(os.environ.get("ROUNDS", "3"))


class Usage:
    """What a process took: CPU time and wall time [s], and its largest memory [MB]."""

    def __init__(self, command):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        message = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(command)}\n{message.decode()}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def best(measure):
    """The least CPU time of some rounds [s]."""
    return min(measure().cpu for _ in range(ROUNDS))


def cost_of_one_more(measure, size):
    """What one unit more costs [ns]: a long run against a short one."""
    short = size // 5
    return (best(lambda: measure(size)) - best(lambda: measure(short))) / (size - short) * 1e9


def line(xs, ys):
    """The slope of a straight line by least squares, and its value at 0."""
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)
    return slope, y - slope * x


def exponent(xs, ys):
    """The b of y = a · x^b by least squares of the logarithms."""
    return line([math.log(x) for x in xs], [math.log(max(y, 1e-9)) for y in ys])[0]


def power_law(sizes, values):
    """What a column grows as: a power of the size."""
    return f"n^{exponent(sizes, values):.2f}"


def straight_line(unit, small=None, factor=1):
    """What a column grows as: so much, and so much for each; that in a smaller unit."""

    def fit(sizes, values):
        slope, start = line(sizes, values)
        if abs(slope) * max(sizes) < 0.02 * start:
            return f"{start:,.0f} {unit}, flat"
        sign = "−" if slope < 0 else "+"
        return f"{start:,.0f} {unit} {sign} {abs(slope) * factor:,.3g} {small or unit} · n"

    return fit


class Column(NamedTuple):
    """A column of a table: its head, its value for a size, and what is fitted to it."""

    name: str
    measure: Callable
    fit: Callable = power_law


def table(title, head, sizes, columns):
    """Prints a table with a row per size, and below each column what it grows as."""
    print(f"\n**{title}**\n\n| {' | '.join([head, *(column.name for column in columns)])} |")
    print("|--:" * (len(columns) + 1) + "|", flush=True)
    rows = []
    for size in sizes:
        rows.append([column.measure(size) for column in columns])
        print(f"| {size:,} | {' | '.join(f'{value:,.1f}' for value in rows[-1])} |", flush=True)
    fits = [column.fit(sizes, values) for column, values in zip(columns, zip(*rows))]
    print(f"| grows as | {' | '.join(fits)} |", flush=True)
