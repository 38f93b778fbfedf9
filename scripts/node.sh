#!/bin/sh
# See that the editors' language server can be tested: Node.js from the system's packages where that can be done without
# a question, then the packages of tests/editor. It never fails: without Node.js those tests are skipped, and say so.
folder=tests/editor

found() { command -v node >/dev/null && command -v npm >/dev/null; }

by_apt() { # $1: what runs it as root
  echo "Installing nodejs and npm …"
  output=$($1 env DEBIAN_FRONTEND=noninteractive sh -c \
    "apt-get -qq update && apt-get -qq install --yes --no-install-recommends nodejs npm" 2>&1) || echo "$output" >&2
}

install() {
  if command -v apt-get >/dev/null; then
    if [ "$(id -u)" = 0 ]; then
      by_apt ""
    elif sudo -n true 2>/dev/null; then
      by_apt "sudo -n"
    fi
  fi
}

loud() {
  echo "============================================================================" >&2
  echo "THE EDITOR'S LANGUAGE SERVER IS NOT TESTED HERE: $1" >&2
  echo "============================================================================" >&2
  exit 0
}

found || install
found || loud "Node.js is missing. Type: sudo apt-get install --yes nodejs npm"
output=$(cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund 2>&1) || {
  echo "$output" >&2
  loud "its packages could not be installed."
}
