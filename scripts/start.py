"""Prepare the data folder and serve the site: what `make run` does once the packages are there.

Run as `python -m scripts.start` from the project's folder. Environment: HOST (127.0.0.1), PORT (8000),
DATA_DIR (the project's folder) and what docs/settings.md names.
"""

import ipaddress
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.serving import serve

ROOT = Path(__file__).resolve().parent.parent
EVERYWHERE = ("0.0.0.0", "::")
# Somewhere out there (an address of documentation), and inside the networks that a hotspot makes on Linux, Windows
# and Android: a class may share a laptop's hotspot that leads nowhere.
NEIGHBOURS = ("192.0.2.1", "10.42.0.254", "192.168.137.254", "192.168.43.254")


def main() -> None:
    host = os.environ.get("HOST") or "127.0.0.1"
    port = read_port(os.environ.get("PORT") or "8000")
    check_address(host, port)
    check_data_dir(Path(os.environ.get("DATA_DIR") or ROOT))
    address = f"http://{'127.0.0.1' if host in EVERYWHERE else host}:{port}"
    os.environ.setdefault("SITE_URL", address)
    # Each page that Wagtail makes is worth ten lines to its log; a first start has better things to say.
    quiet = {"LOG_LEVEL": "WARNING", **os.environ}
    if subprocess.run([sys.executable, "-m", "scripts.prepare"], cwd=ROOT, env=quiet, check=False).returncode != 0:
        sys.exit("Persiapan gagal, jadi situs tidak dibuka. Penyebabnya ada pada pesan di atas.")
    print(f"Tuntun dibuka di {address} — tekan Ctrl-C untuk berhenti.", *ways_in(host, port), sep="\n", flush=True)
    serve(host, port)


def read_port(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    sys.exit(f"PORT={text} bukan nomor port. Pakai angka 1 sampai 65535, misalnya: make run PORT=8080")


def ways_in(host: str, port: int) -> list[str]:
    """A line for each address that other devices can type, where the site listens to them."""
    addresses = lan_addresses() if host in EVERYWHERE else []
    return [f"Dari HP di jaringan yang sama: http://{address}:{port}" for address in addresses]


def lan_addresses() -> list[str]:
    """The IPv4 addresses under which other devices reach this machine, as far as it knows them; often just one."""
    found = dict.fromkeys(map(_address_towards, NEIGHBOURS))
    return [address for address in found if address and not ipaddress.ip_address(address).is_loopback]


def _address_towards(neighbour: str) -> str | None:
    """Our own address on the way there. Connecting a UDP socket only looks the way up, it sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((neighbour, 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])


def check_address(host: str, port: int) -> None:
    """Stop with a sentence when nobody could listen there; granian's own message is a stack of Rust errors."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except PermissionError:
            sys.exit(f"Port {port} hanya boleh dipakai oleh root. Pilih yang lain: make run PORT=8080")
        except socket.gaierror:
            sys.exit(f"HOST={host} tidak dikenal di komputer ini. Pakai 127.0.0.1 atau 0.0.0.0.")
        except OSError:
            sys.exit(
                f"Port {port} di {host} sudah dipakai program lain (atau alamatnya bukan milik komputer ini). "
                f"Hentikan program itu atau pilih port lain: make run PORT={port + 1 if port < 65535 else 8080}"
            )


def check_data_dir(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        sys.exit(
            f"Folder data {folder} tidak dapat ditulisi ({error.strerror}). "
            "Perbaiki izinnya atau pilih folder lain: make run DATA_DIR=/folder/lain"
        )


if __name__ == "__main__":
    main()
