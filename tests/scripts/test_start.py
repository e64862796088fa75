import ipaddress
import socket
import subprocess
import sys

import pytest

from scripts import start
from scripts.running_site import ROOT, environment_for


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_port_in_use_is_named_with_the_way_out(taken_port):
    with pytest.raises(SystemExit) as stopped:
        start.check_address("127.0.0.1", taken_port)

    assert f"Port {taken_port} di 127.0.0.1 sudah dipakai" in stopped.value.code
    assert f"make run PORT={taken_port + 1}" in stopped.value.code


def test_the_start_stops_at_a_port_in_use_before_it_touches_the_data(taken_port, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "scripts.start"],
        cwd=ROOT,
        env={**environment_for(tmp_path / "data"), "PORT": str(taken_port)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "sudah dipakai program lain" in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_free_port_is_accepted():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    assert start.check_address("127.0.0.1", port) is None


@pytest.mark.parametrize("text", ["0", "65536", "delapan", "80 80", "-1", "8٠8"])
def test_a_port_that_is_no_port_is_refused(text):
    with pytest.raises(SystemExit, match="bukan nomor port"):
        start.read_port(text)


def test_a_port_is_read_as_a_number():
    assert start.read_port("8080") == 8080


def test_an_unknown_host_is_named():
    with pytest.raises(SystemExit, match="tidak dikenal"):
        start.check_address("tidak-ada.invalid", 8000)


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path):
    file = tmp_path / "berkas"
    file.write_text("bukan folder")

    with pytest.raises(SystemExit) as stopped:
        start.check_data_dir(file / "data")

    assert f"Folder data {file / 'data'} tidak dapat ditulisi" in stopped.value.code


def test_a_data_folder_is_made_where_there_is_none(tmp_path):
    start.check_data_dir(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_addresses_for_phones_are_none_that_only_this_machine_reaches():
    for address in start.lan_addresses():
        assert not ipaddress.ip_address(address).is_loopback


def test_each_address_on_the_way_out_is_named_once(monkeypatch):
    ways = {"192.0.2.1": "192.168.1.7", "10.42.0.254": "192.168.1.7", "192.168.137.254": "127.0.0.1"}
    monkeypatch.setattr(socket, "socket", lambda *_: FakeProbe(ways))

    assert start.lan_addresses() == ["192.168.1.7"]


def test_a_machine_without_a_network_names_none(monkeypatch):
    monkeypatch.setattr(socket, "socket", lambda *_: FakeProbe({}))

    assert start.lan_addresses() == []


@pytest.mark.parametrize(
    ("host", "lines"),
    [
        ("0.0.0.0", ["Dari HP di jaringan yang sama: http://192.168.1.7:8080"]),
        ("127.0.0.1", []),
        ("192.168.1.7", []),
    ],
)
def test_the_address_for_phones_is_told_where_phones_can_come(host, lines, monkeypatch):
    monkeypatch.setattr(socket, "socket", lambda *_: FakeProbe({"192.0.2.1": "192.168.1.7"}))

    assert start.ways_in(host, 8080) == lines


class FakeProbe:
    """A UDP socket of a machine that knows these ways (destination to own address) and no other."""

    def __init__(self, ways):
        self.ways = ways

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def connect(self, address):
        if address[0] not in self.ways:
            raise OSError("Network is unreachable")
        self.own = self.ways[address[0]]

    def getsockname(self):
        return self.own, 40000
