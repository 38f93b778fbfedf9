#!/bin/sh
# See that the PDF engine finds its libraries (Pango, HarfBuzz with its subsetter); install them where that can be done
# without a question, else print the one command to type. The argument is the environment's Python.
python=$1
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

found() {
  "$python" -W ignore -c 'import sys; from weasyprint.text.ffi import harfbuzz_subset; sys.exit(harfbuzz_subset is None)' \
    >/dev/null 2>&1
}

by_apt() { # $1: what runs it as root
  echo "Installing $packages …"
  output=$($1 env DEBIAN_FRONTEND=noninteractive sh -c \
    "apt-get -qq update && apt-get -qq install --yes --no-install-recommends $packages" 2>&1) || echo "$output" >&2
}

install() {
  if command -v apt-get >/dev/null; then
    command="sudo apt-get install --yes $packages"
    if [ "$(id -u)" = 0 ]; then
      command="apt-get install --yes $packages"
      by_apt ""
    elif sudo -n true 2>/dev/null; then
      by_apt "sudo -n"
    fi
  elif command -v brew >/dev/null; then
    command="brew install pango"
    echo "Installing Pango …"
    brew install --quiet pango
  else
    case $(uname -s) in
      Darwin) command='install Homebrew, then: brew install pango' ;;
      MINGW* | MSYS*) command='pacman --sync --noconfirm mingw-w64-ucrt-x86_64-pango   (in an MSYS2 shell)' ;;
      *) command="install Pango and HarfBuzz by this system's package manager" ;;
    esac
  fi
}

found && exit 0
install
found && exit 0
echo "The PDF engine needs Pango and HarfBuzz, which could not be installed from here. Type:" >&2
echo "    $command" >&2
exit 1
