import hashlib
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from seqviz.corpora import download
from seqviz.corpora.download import RemoteFile, fetch
from seqviz.corpora.records import CorpusError

CONTENT = bytes(range(256)) * 4000
MD5 = hashlib.md5(CONTENT, usedforsecurity=False).hexdigest()


class Server(HTTPServer):
    """Serves CONTENT; breaks off after so many bytes as often as it is told; may ignore Range."""

    breaks_left = 0
    break_after = 300_000
    knows_ranges = True

    def __init__(self):
        self.ranges = []
        super().__init__(("127.0.0.1", 0), Handler)

    def remote(self, path="/file", size=1_024_000, md5=MD5):
        return RemoteFile(f"http://127.0.0.1:{self.server_port}{path}", size, md5)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        asked = self.headers.get("Range")
        self.server.ranges.append(asked)
        if self.path == "/missing":
            return self.send_error(404)
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and self.server.knows_ranges else 0
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}")
        self.send_header("Content-Length", str(len(CONTENT) - start))
        self.end_headers()
        end = len(CONTENT)
        if self.server.breaks_left:
            self.server.breaks_left -= 1
            end = start + self.server.break_after
        self.wfile.write(CONTENT[start:end])
        return None

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server():
    with Server() as serving:
        thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


def test_a_file_arrives_whole_and_its_progress_grows_to_one(server, tmp_path):
    progress = [step.fraction for step in fetch(server.remote(), tmp_path / "new" / "file")]
    assert (tmp_path / "new" / "file").read_bytes() == CONTENT
    assert progress == sorted(progress) and progress[-1] == 1.0
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["file"]


def test_what_is_there_is_not_fetched_again(server, tmp_path):
    (tmp_path / "file").write_bytes(b"there")
    assert list(fetch(server.remote(), tmp_path / "file")) == []
    assert server.ranges == []


def test_a_broken_off_transfer_goes_on_where_it_stopped(server, tmp_path):
    server.breaks_left = 2
    list(fetch(server.remote(), tmp_path / "file"))
    assert (tmp_path / "file").read_bytes() == CONTENT
    assert server.ranges == [None, "bytes=300000-", "bytes=600000-"]


def test_after_giving_up_the_next_call_goes_on(server, tmp_path):
    server.breaks_left, server.break_after = download.ATTEMPTS, 100_000
    with pytest.raises(CorpusError, match="stopped after 300,000 of 1,024,000 bytes.*next try goes on there"):
        list(fetch(server.remote(), tmp_path / "file"))
    assert not (tmp_path / "file").exists()
    list(fetch(server.remote(), tmp_path / "file"))
    assert (tmp_path / "file").read_bytes() == CONTENT and server.ranges[-1] == "bytes=300000-"


def test_a_server_without_ranges_starts_anew(server, tmp_path):
    server.breaks_left, server.knows_ranges = 1, False
    list(fetch(server.remote(), tmp_path / "file"))
    assert (tmp_path / "file").read_bytes() == CONTENT


@pytest.mark.parametrize("expected", [{"md5": "0" * 32}, {"size": 1_000_000}])
def test_a_file_that_is_not_the_expected_one_is_thrown_away(server, tmp_path, expected):
    with pytest.raises(CorpusError, match="is not the expected file"):
        list(fetch(server.remote(**expected), tmp_path / "file"))
    assert not list(tmp_path.iterdir())


def test_a_missing_file_and_a_silent_server_are_named(server, tmp_path):
    with pytest.raises(CorpusError, match="cannot be reached.*404"):
        list(fetch(server.remote("/missing"), tmp_path / "file"))
    with pytest.raises(CorpusError, match="is this computer online"):
        list(fetch(RemoteFile("http://127.0.0.1:9/nobody", 1, "0"), tmp_path / "file"))
