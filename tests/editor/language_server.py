"""Speaks to the YAML language server that editors run, over its standard input and output."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, TypeAlias

from pydantic import JsonValue, TypeAdapter

Json: TypeAlias = dict[str, JsonValue]
HERE = Path(__file__).parent
SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60  # seconds; the first answer waits for Node to start
_MESSAGE = TypeAdapter(Json)


class Server:
    """One running server for one workspace."""

    def __init__(self, process: subprocess.Popen[bytes], workspace: Path, settings: Json) -> None:
        assert process.stdin
        assert process.stdout
        self._input: IO[bytes] = process.stdin
        self._settings = settings
        self._workspace = workspace
        self._last = 0
        self._said: Queue[Json] = Queue()
        Thread(target=self._listen, args=(process.stdout,), daemon=True).start()

    def start(self) -> None:
        """Greet it as an editor does that understands Markdown and snippets."""
        item: Json = {"snippetSupport": True, "documentationFormat": ["markdown"]}
        documents: Json = {"completion": {"completionItem": item}, "hover": {"contentFormat": ["markdown"]}}
        folder: Json = {"uri": self._workspace.as_uri(), "name": "workspace"}
        capabilities: Json = {"textDocument": documents, "workspace": {"configuration": True}}
        greeting: Json = {
            "processId": None,
            "rootUri": folder["uri"],
            "workspaceFolders": [folder],
            "capabilities": capabilities,
        }
        self.ask("initialize", greeting)
        self._send({"method": "initialized", "params": {}})

    def open(self, texts: dict[str, str]) -> dict[str, list[Json]]:
        """Open files that were not open yet, path → text; what the server underlines in each."""
        waiting = {(self._workspace / path).as_uri(): path for path in texts}
        for uri, path in waiting.items():
            document: Json = {"uri": uri, "languageId": "yaml", "version": 1, "text": texts[path]}
            self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        found: dict[str, list[Json]] = {}
        while len(found) < len(waiting):
            message = self._next()
            params = message.get("params")
            if message.get("method") == "textDocument/publishDiagnostics" and isinstance(params, dict):
                listed = params["diagnostics"]
                if params["uri"] in waiting and isinstance(listed, list):
                    found[waiting[str(params["uri"])]] = [each for each in listed if isinstance(each, dict)]
        return found

    def completions(self, path: str, line: int, column: int) -> dict[str, str]:
        """What is offered at a place (counted from 0): label → documentation."""
        result = self.ask("textDocument/completion", self._place(path, line, column))
        items = result.get("items") if isinstance(result, dict) else result
        assert isinstance(items, list)
        return {str(item["label"]): _text(item.get("documentation")) for item in items if isinstance(item, dict)}

    def hover(self, path: str, line: int, column: int) -> str:
        """What is shown when the pointer rests at a place (counted from 0)."""
        result = self.ask("textDocument/hover", self._place(path, line, column))
        return _text(result.get("contents")) if isinstance(result, dict) else ""

    def ask(self, method: str, params: Json) -> JsonValue:
        """A request's result."""
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def _place(self, path: str, line: int, column: int) -> Json:
        uri = (self._workspace / path).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}

    def _next(self) -> Json:
        """The next message; what the server asks of its editor is answered on the way."""
        try:
            message = self._said.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError(f"the language server was silent for {PATIENCE} s") from None
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Json) -> JsonValue:
        params = message.get("params")
        if message["method"] != "workspace/configuration" or not isinstance(params, dict):
            return None
        items = params["items"]
        assert isinstance(items, list)
        return [self._settings.get(str(item["section"])) for item in items if isinstance(item, dict)]

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._input.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._input.flush()

    def _listen(self, output: IO[bytes]) -> None:
        while header := output.readline():
            if header.lower().startswith(b"content-length:"):
                while output.readline().strip():
                    pass
                self._said.put(_MESSAGE.validate_json(output.read(int(header.split(b":")[1]))))


@contextmanager
def language_server(workspace: Path, settings: Json) -> Iterator[Server]:
    """A server for a workspace, with an editor's settings (section → value)."""
    command = ["node", str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            server = Server(process, workspace, settings)
            server.start()
            yield server
        finally:
            process.kill()


def _text(data: JsonValue) -> str:
    if isinstance(data, dict):
        return str(data.get("value", ""))
    return "" if data is None else str(data)
