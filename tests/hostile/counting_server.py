"""A server of this machine that counts who asks: `python counting_server.py TARGET LOG`; it prints its port.

What is asked for below `/redirect` is sent on to TARGET; every path asked for becomes a line of LOG.
"""

from __future__ import annotations

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

TARGET, LOG = sys.argv[1], Path(sys.argv[2])


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        with LOG.open("a", encoding="utf-8") as log:
            log.write(self.path + "\n")
        moved = self.path.startswith("/redirect")
        self.send_response(302 if moved else 200)
        self.send_header("Location" if moved else "Content-Type", TARGET if moved else "image/svg+xml")
        self.end_headers()
        self.wfile.write(b"" if moved else b'<svg xmlns="http://www.w3.org/2000/svg"/>')

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name in the library
        """Nothing: the log is for the test."""


server = HTTPServer(("127.0.0.1", 0), Handler)
sys.stdout.write(f"{server.server_port}\n")
sys.stdout.flush()
server.serve_forever()
