#!/usr/bin/env bash
# Compares the event kernel with SimPy on one M/M/1 queue: bash Benchmarks/compare.sh
#
# Both run the same number of customers, pinned to one core, one after the other in turn, so that
# a change in the machine's speed meets both. SimPy comes from PyPI into a virtual environment.
# CUSTOMERS and ROUNDS may be set: CUSTOMERS=1000000 ROUNDS=5 bash Benchmarks/compare.sh
set -euo pipefail

customers=${CUSTOMERS:-1000000}
rounds=${ROUNDS:-3}
here=$(cd "$(dirname "$0")" && pwd)
venv=$here/.build/simpy
results=$(mktemp)
trap 'rm -f "$results"' EXIT

swift build -c release --package-path "$here" --product mm1 >&2
mm1=$(swift build -c release --package-path "$here" --show-bin-path)/mm1
if ! "$venv/bin/python" -c 'import simpy' 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet simpy==4.1.1
fi

# The last core that this process may use.
pinned() { taskset -c "$(taskset -cp $$ | grep -oE '[0-9]+$')" "$@"; }

for round in $(seq "$rounds"); do
  echo "round $round of $rounds" >&2
  { printf 'kakou\t'; pinned "$mm1" "$customers" "$round"; } >>"$results"
  for style in store resource; do
    { printf 'simpy %s\t' "$style"
      pinned "$venv/bin/python" "$here/peers/mm1_simpy.py" "$style" "$customers" "$round"
    } >>"$results"
  done
done

"$venv/bin/python" - "$results" <<'TABLE'
import platform
import statistics
import sys
from importlib.metadata import version

runs = {}
for line in open(sys.argv[1]):
    engine, customers, seconds, mean = line.rstrip("\n").split("\t")
    runs.setdefault(engine, []).append((int(customers) / float(seconds), float(mean)))
names = {
    "kakou": "kakou (Swift)",
    "simpy store": f"SimPy {version('simpy')} on Python {platform.python_version()}, store",
    "simpy resource": f"SimPy {version('simpy')} on Python {platform.python_version()}, resource",
}
kakou = statistics.median(rate for rate, _ in runs["kakou"])
print(f"{'M/M/1, load 90 %':<42}{'customers/s':>14}{'best':>14}{'mean stay':>12}{'kakou is':>12}")
for engine, values in runs.items():
    rates = [rate for rate, _ in values]
    median = statistics.median(rates)
    stay = statistics.mean(mean for _, mean in values)
    faster = "" if engine == "kakou" else f"{kakou / median:.0f} ×"
    print(f"{names[engine]:<42}{median:>14,.0f}{max(rates):>14,.0f}{stay:>10.2f} s{faster:>12}")
TABLE
