"""What a document may read: small `data:` addresses, and files below its own folders; nothing from the network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

MOST_DATA = 4_000_000
MOST_FILE = 20_000_000


class LockedFetcher:
    """Reads files below the given folders, by their real path, and small `data:` addresses; remembers what it refused.

    Why remember: the engine swallows the error of an image or a font and goes on without it.
    """

    _fail_on_errors = False  # WeasyPrint asks every fetcher for it

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folder.resolve() for folder in folders)
        self.refused: list[str] = []

    def __call__(self, url: str) -> object:
        """Fetch one address, as WeasyPrint asks for it."""
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        if url.startswith("data:") and len(url) <= MOST_DATA:
            return URLFetcher(allowed_protocols=("data",)).fetch(url)
        path = self._allowed(url)
        if path is None or not path.is_file() or path.stat().st_size > MOST_FILE:
            self.refused.append(url[:200])
            raise ValueError(f"refused: {url[:200]}")
        return URLFetcherResponse(url, path.read_bytes())

    def _allowed(self, url: str) -> Path | None:
        """The file behind an address, if it lies below one of the folders when every link is followed."""
        try:
            parts = urlsplit(url)
            name = url2pathname(parts.path)
            if parts.scheme != "file" or parts.netloc not in ("", "localhost") or name.startswith(("//", "\\\\")):
                return None  # two slashes: another machine's share, which Windows would ask merely to resolve it
            path = Path(name).resolve()
        except (OSError, ValueError):
            return None
        return path if any(path.is_relative_to(folder) for folder in self.folders) else None
