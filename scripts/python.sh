#!/bin/sh
# Print the Python to use: $PYTHON if set, else python3, else the newest python3.N that is 3.11 or later.
fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
  if fits "$name"; then
    echo "$name"
    exit 0
  fi
done

found=$("${PYTHON:-python3}" --version 2>&1) || found="none"
echo "proposer needs Python 3.11 or newer; found: $found." >&2
echo "Install one (Debian 12: apt-get install python3 python3-venv; macOS: brew install python), or name it: make PYTHON=/path/to/python3.11" >&2
exit 1
