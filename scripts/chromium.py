"""Find a Chromium for the browser tests, or install one.

`find` only looks; running this file installs when nothing is found: by apt as root, else by Playwright.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# On Ubuntu a package of this name may be only a note that a snap is wanted; hence the look whether it runs.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a Chromium: `$CHROMIUM`, else one on PATH, else Playwright's own; None when there is none."""
    chosen = os.environ.get("CHROMIUM")
    candidates = [shutil.which(name) for name in ((chosen,) if chosen else NAMES)]
    if not chosen:
        candidates.append(_find_playwrights_own())
    return next((path for path in candidates if path and _runs(path)), None)


def install() -> None:
    """Try each way to get a Chromium, until one worked."""
    by_apt = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if by_apt:
        print("Memasang Chromium dengan apt-get …", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    if find() is None:
        print("Memasang Chromium dengan playwright …", flush=True)
        with_libraries = ["--with-deps"] if by_apt else []
        subprocess.run([sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"], check=False)


def _runs(path: str) -> bool:
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _find_playwrights_own() -> str | None:
    default = Path.home() / ("Library/Caches/ms-playwright" if sys.platform == "darwin" else ".cache/ms-playwright")
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or default)
    found = sorted(folder.glob("chromium-*/*/chrome")) + sorted(folder.glob("chromium-*/*/*/Contents/MacOS/*"))
    return str(found[-1]) if found else None


def main() -> None:
    if os.environ.get("CHROMIUM") and find() is None:
        sys.exit(f"CHROMIUM={os.environ['CHROMIUM']} tidak ada atau tidak dapat dijalankan.")
    if find() is None:
        install()
    if find() is None:
        sys.exit(
            "Chromium belum ada, jadi tes peramban tidak dapat berjalan.\n"
            "Pasang dengan: sudo apt-get update && sudo apt-get install -y chromium\n"
            "atau: .venv/bin/python -m playwright install --with-deps chromium\n"
            "Bila sudah ada di tempat lain: make test CHROMIUM=/letak/chromium"
        )


if __name__ == "__main__":
    main()
