#!/usr/bin/env bash
# Compares a gate in customs words with the same stations in the general layer:
# bash Benchmarks/customs.sh
#
# Both have the same arrivals. They run pinned to one core, one after the other in turn, so that a
# change in the machine's speed meets both; the best round of each counts, since what disturbs a
# run only makes it longer. ROUNDS and DAYS may be set, and KAKOU to a program built before:
# ROUNDS=3 DAYS=200 KAKOU=.build/release/kakou bash Benchmarks/customs.sh
set -euo pipefail

rounds=${ROUNDS:-5}
days=${DAYS:-700}
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${KAKOU:-}" ]; then
  swift build -c release --static-swift-stdlib --product kakou --package-path "$here/.." >&2
  bin=$(swift build -c release --static-swift-stdlib --show-bin-path --package-path "$here/..")
  KAKOU=$bin/kakou
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The last core that this process may use.
pinned() { taskset -c "$(taskset -cp $$ | grep -oE '[0-9]+$')" "$@"; }

for round in $(seq "$rounds"); do
  echo "round $round of $rounds" >&2
  for gate in gate gate-general; do
    pinned "$KAKOU" run "$here/customs/$gate.yaml" --set "runs for=$days d" --workers 1 \
      --record summary --format json --database "$folder/run.sqlite" >"$folder/$gate.$round.json"
    rm -f "$folder"/run.sqlite*
  done
done

python3 - "$folder" "$rounds" <<'TABLE'
import json
import sys

folder, rounds = sys.argv[1], int(sys.argv[2])


def best(gate):
    runs = [json.load(open(f"{folder}/{gate}.{n + 1}.json")) for n in range(rounds)]
    run = min(runs, key=lambda run: run["wallSeconds"])
    measures = {m["measure"]: m["estimate"] for m in run["measures"]}
    stations = ["main-in", "main-out", "main-cars-in", "main-cars-out"]
    passes = sum(measures[f"{name}.departures.count"] for name in stations)
    return run, passes * run["replications"]


print(f"{'one core':<24}{'trucks':>12}{'events/truck':>14}{'trucks/s':>12}{'passes/s':>12}{'µs/truck':>10}")
cost = {}
for gate, name in [("gate", "customs words"), ("gate-general", "general layer")]:
    run, passes = best(gate)
    trucks, seconds = run["trucks"], run["wallSeconds"]
    cost[gate] = seconds / trucks
    print(
        f"{name:<24}{trucks:>12,}{run['events'] / trucks:>14.2f}{trucks / seconds:>12,.0f}"
        f"{passes / seconds:>12,.0f}{cost[gate] * 1e6:>10.2f}"
    )
print(f"a truck in customs words costs {cost['gate'] / cost['gate-general']:.2f} times as much")
TABLE
