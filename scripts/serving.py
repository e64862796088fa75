"""How the site is served: one place for the real start, the browser tests and the benchmarks.

`python -m scripts.serving HOST PORT` serves a data folder that is prepared already.
"""

import sys
import time

from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import MPServer
from granian.server.common import AbstractServer

from scripts import background, housekeeping

WORKERS = 2
THREADS_PER_WORKER = 32
SIGNAL_PAUSE_SECONDS = 0.3


class Server(MPServer):
    """Granian, with a stop that does not hang and a terminal that takes the server with it.

    Ctrl-C reaches the workers from the terminal and at nearly the same moment a second time from their parent; a
    worker that is told twice while it wakes up waits for itself for ever. After a short pause the first word has
    done its work, and only workers that were not told yet hear it from the parent.
    """

    def serve(self, *args: object, **kwargs: object) -> None:
        """Without Granian's warning that so many threads would compete: the gate lets few of them work."""
        AbstractServer.serve(self, *args, **kwargs)  # type: ignore[arg-type]

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
    """Serve with two workers until somebody asks to stop, with housekeeping and the background's worker beside them.

    A thread is needed for every phone that is still sending a form; how many requests are worked on at once is for
    learning/gate.py. Idle threads stay ten minutes, because each keeps its database connection. The access log stays
    off: an address or a number in it would say who was reading.
    """
    watch, worker = housekeeping.started(), background.started()
    try:
        _server(host, port).serve()
    finally:
        watch.terminate()
        background.stop(worker)
        housekeeping.stop(watch)


def _server(host: str, port: int) -> Server:
    return Server(
        "learning.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS_PER_WORKER,
        blocking_threads_idle_timeout=600,
        http1_settings=HTTP1Settings(),
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    )


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
