"""Every command of the README runs and prints what the README says it prints."""

import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.M | re.S)
PORT = "127.0.0.1:8000"


def blocks(language):
    """The fenced blocks of a language."""
    text = README.read_text(encoding="utf-8")
    return [match["body"] for match in BLOCK.finditer(text) if match["language"] == language]


def sessions():
    """Each command of the console blocks with the output printed under it."""
    for body in blocks("console"):
        for session in re.split(r"^\$ ", body, flags=re.M)[1:]:
            command, _, output = session.partition("\n")
            yield command, output


SESSIONS = list(sessions())
COMMANDS = [command for command, _ in SESSIONS]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with the samples and the queries of the README, as a reader would have it."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "samples", folder / "samples")
    for body in blocks("sparql"):
        name = re.match(r"# (\S+\.rq)\n", body)[1]
        (folder / name).write_text(body, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def environment():
    """English messages, and this environment's `vankien` first in the path."""
    kept = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**kept, "PATH": path, "VANKIEN_LANG": "en"}


@pytest.fixture(scope="module")
def address(desk, environment):
    """Where `vankien serve` answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["vankien", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=desk, env=environment, stderr=subprocess.DEVNULL)
    wait_until_alive(f"http://127.0.0.1:{port}/healthz", server)
    yield f"127.0.0.1:{port}"
    server.terminate()
    server.wait(timeout=30)


def wait_until_alive(url, server):
    """Knock until someone answers; a server that has ended fails the test instead."""
    while True:
        try:
            return urlopen(url, timeout=10).close()
        except URLError:
            with suppress(subprocess.TimeoutExpired):
                server.wait(timeout=0.1)
                pytest.fail("the server ended before it answered")


def test_the_readme_shows_commands():
    assert len(SESSIONS) >= 7
    assert COMMANDS[0] == "vankien load samples"


def test_the_commands_print_what_the_readme_says(request, desk, environment, pytestconfig):
    """In one test, in their order: a reader runs them one after the other."""
    printed = []
    for command, output in SESSIONS:
        if "curl" in command and not shutil.which("curl"):
            printed.append(output)
            continue
        at = request.getfixturevalue("address") if PORT in command else PORT
        done = subprocess.run(
            command.replace(PORT, at),
            shell=True,
            cwd=desk,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        printed.append(done.stdout.decode("utf-8").replace("\r\n", "\n"))
    stated = [output for _, output in SESSIONS]
    if printed != stated and pytestconfig.getoption("--update-golden"):
        rewrite(printed)
    assert printed == stated


def rewrite(printed):
    """Put the outputs under the commands; the run fails until they are reviewed."""
    text = README.read_text(encoding="utf-8")
    for (command, output), fresh in zip(SESSIONS, printed, strict=True):
        text = text.replace(f"$ {command}\n{output}```", f"$ {command}\n{fresh}```")
    README.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("command", [line for body in blocks("sh") for line in body.splitlines()])
def test_the_make_targets_of_the_readme_exist(command):
    assert command.startswith("make ")
    subprocess.run([*command.split(), "--dry-run"], cwd=ROOT, check=True, capture_output=True)


def test_every_setting_is_documented():
    rooms = ("loaders", "graph", "web", "vankien")
    code = "".join(path.read_text("utf-8") for room in rooms for path in (ROOT / room).glob("*.py"))
    settings = set(re.findall(r"\bVANKIEN_[A-Z]+\b", code))
    assert settings
    assert settings <= set(re.findall(r"`(VANKIEN_[A-Z]+)`", README.read_text("utf-8")))


def test_the_pictures_of_the_readme_exist():
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text(encoding="utf-8"))
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
