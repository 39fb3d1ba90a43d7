#!/usr/bin/env bash
# Installs what the build needs beside Swift 6.3: the headers of SQLite (Debian, Ubuntu).
#
# Does nothing where they are installed, and nothing on systems without dpkg.
set -euo pipefail

command -v dpkg-query >/dev/null || exit 0
state=$(dpkg-query --show --showformat='${db:Status-Status}' libsqlite3-dev 2>/dev/null || true)
[ "$state" != installed ] || exit 0

# In a container one is root and has no sudo.
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y libsqlite3-dev
