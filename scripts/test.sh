#!/usr/bin/env bash
# Installs what is missing, builds the program and runs all tests: bash scripts/test.sh
#
# The program is built first, since some tests run it.
set -euo pipefail
cd "$(dirname "$0")/.."

bash scripts/prerequisites.sh
swift build -c release --static-swift-stdlib --product kakou
swift test
