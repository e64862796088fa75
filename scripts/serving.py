"""How the site is served: one place for the real start, the browser tests and the benchmarks.

`python -m scripts.serving HOST PORT` serves a data folder that is prepared already.
"""

import os
import sys
import time

from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import MPServer

WORKERS = 2
MAX_THREADS_PER_WORKER = 4
SIGNAL_PAUSE_SECONDS = 0.3


class Server(MPServer):
    """Granian, with a stop that does not hang and a terminal that takes the server with it.

    Ctrl-C reaches the workers from the terminal and at nearly the same moment a second time from their parent; a
    worker that is told twice while it wakes up waits for itself for ever. After a short pause the first word has
    done its work, and only workers that were not told yet hear it from the parent.
    """

    def signal_handler_interrupt(self, *args: object, **kwargs: object) -> None:
        for worker in self.wrks:
            worker.interrupt_by_parent = True  # a worker that ends now was asked to, so it is no error to report
        super().signal_handler_interrupt()

    def _stop_workers(self) -> None:
        time.sleep(SIGNAL_PAUSE_SECONDS)
        super()._stop_workers()

    def signal_handler_reload(self, *args: object, **kwargs: object) -> None:
        """A closed terminal (SIGHUP) ends the site instead of restarting its workers without one."""
        self.signal_handler_interrupt()


def serve(host: str, port: int) -> None:
    """Serve with two workers until somebody asks to stop.

    A worker has one thread for each processor, at least 2 and at most 4: more of them wait for Python's lock and
    for SQLite's one writer instead of answering. Idle threads stay ten minutes, because each keeps its database
    connection. The access log stays off: an address or a number in it would say who was reading.
    """
    Server(
        "learning.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=min(max(os.cpu_count() or 1, 2), MAX_THREADS_PER_WORKER),
        blocking_threads_idle_timeout=600,
        http1_settings=HTTP1Settings(),
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve()


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
