#!/usr/bin/env bash
# Counts the instructions of the standing works and compares them with thresholds.txt:
# bash Benchmarks/instructions.sh [NAME ...]
#
# Each work runs under callgrind in two sizes; the difference, divided by the units (events, draws,
# trucks, rows) that it has more, leaves out the start of the program. Unlike times, these counts are
# nearly the same on a busy machine and on an idle one. They belong to a compiler, a C library and an
# SQLite, so thresholds.txt says which. What they do not see is waiting for memory.
#
# Exits 1 when a work needs more than its threshold and tolerance. --renew writes thresholds.txt
# anew and keeps the tolerances. WORKS may name the program, where it was built before.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
thresholds=$here/thresholds.txt
renew=no
if [ "${1:-}" = --renew ]; then renew=yes; shift; fi

if ! command -v valgrind >/dev/null; then
  echo "valgrind is not installed; on Debian or Ubuntu: apt-get install valgrind" >&2
  exit 69
fi
if [ -z "${WORKS:-}" ]; then
  swift build -c release --package-path "$here" --product works >&2
  WORKS=$(swift build -c release --package-path "$here" --show-bin-path)/works
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# valgrind 3.19 cannot read the debug information.
strip --strip-debug -o "$folder/works" "$WORKS"
# Sets and dictionaries hash the same way each time.
export SWIFT_DETERMINISTIC_HASHING=1 TMPDIR=$folder

# Prints the units and the instructions of a work of a size, parted by a tab.
count() {
  if ! valgrind --tool=callgrind --callgrind-out-file=/dev/null "$folder/works" "$1" "$2" \
    >"$folder/out" 2>"$folder/err"; then
    cat "$folder/err" >&2
    exit 70
  fi
  printf '%s\t%s\n' "$(cut -f1 "$folder/out")" "$(awk '/Collected :/ { print $4 }' "$folder/err")"
}

"$folder/works" >"$folder/list"
for name in "$@"; do
  cut -f1 "$folder/list" | grep -qxF -- "$name" || { echo "no work $name" >&2; exit 64; }
done
while IFS=$'\t' read -r name unit small large; do
  [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
  few=$(count "$name" "$small")
  many=$(count "$name" "$large")
  printf '%s\t%s\t%s\t%s\n' "$name" "$unit" "$few" "$many"
done <"$folder/list" |
  awk -F'\t' -v OFS='\t' '{ printf "%s\t%s\t%.1f\n", $1, $2, ($6 - $4) / ($5 - $3) }' >"$folder/is"

# What the counts belong to beside this repository.
swift=$(swift --version 2>/dev/null | sed -n 's/.*\(Swift version [^ ]*\).*/\1/p')
libc=$(ldd --version | sed -n '1s/.* //p')
sqlite=$(dpkg-query --show --showformat='${Version}' libsqlite3-0 2>/dev/null || echo unknown)
tools="$swift, glibc $libc, SQLite $sqlite, $(uname -m)"

if [ "$renew" = yes ]; then
  awk -F'\t' -v OFS='\t' -v old="$thresholds" -v tools="$tools" '
    BEGIN { while ((getline < old) > 0) if (!/^#/) tolerance[$1] = $4 }
    NR == 1 {
      print "# Instructions per unit, and the share by which a work may exceed them; written by"
      print "# bash Benchmarks/instructions.sh --renew"
      print "# " tools
    }
    { print $1, $2, $3, ($1 in tolerance) ? tolerance[$1] : "3%" }
  ' "$folder/is" >"$folder/new"
  cp "$folder/new" "$thresholds"
  cat "$thresholds"
  exit
fi

if [ ! -e "$thresholds" ]; then
  echo "there are no thresholds yet: bash Benchmarks/instructions.sh --renew" >&2
  exit 66
elif ! grep -qxF "# $tools" "$thresholds"; then
  echo "The thresholds were taken with $(sed -n '3s/^# //p' "$thresholds");"
  echo "here is $tools: the figures may differ for that."
fi
awk -F'\t' -v old="$thresholds" '
  BEGIN { while ((getline < old) > 0) if (!/^#/) { was[$1] = $3; tolerance[$1] = $4 + 0 } }
  NR == 1 { printf "%-24s%-10s%12s%12s%10s\n", "instructions per", "", "was", "is", "change" }
  !($1 in was) {
    printf "%-24s%-10s%12s%12.1f%10s  has no threshold: --renew\n", $1, $2, "", $3, ""
    next
  }
  {
    change = ($3 / was[$1] - 1) * 100
    verdict = change > tolerance[$1] ? "  SLOWER, allowed are " tolerance[$1] " %" : ""
    if (change < -tolerance[$1]) verdict = "  faster: --renew"
    slower += change > tolerance[$1]
    printf "%-24s%-10s%12.1f%12.1f%8.1f %%%s\n", $1, $2, was[$1], $3, change, verdict
  }
  END {
    if (slower) print slower " slower than allowed; if that is meant: bash Benchmarks/instructions.sh --renew"
    exit slower > 0
  }
' "$folder/is"
