"""All figures of the project, in one table: `make bench`. They are to be read, so nothing here passes or fails."""

import tempfile
from pathlib import Path

from bench import (
    event_ingest,
    kbli_latency,
    page_bytes,
    practice_load,
    practice_papers,
    start_time,
    stuck_proof,
    stuck_scale,
)
from bench.figures import table
from scripts.running_site import RunningSite, prepare_data_dir


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="tuntun-bench-") as folder:
        prepare_data_dir(Path(folder))
        with RunningSite(Path(folder)) as site:
            figures = [*page_bytes.measure(site), *practice_papers.measure(site), *kbli_latency.measure(site)]
            figures += practice_load.measure(site)
            figures += event_ingest.measure(site)
    figures += start_time.measure()
    figures += stuck_scale.measure()
    figures += stuck_proof.measure()
    print(table(figures))


if __name__ == "__main__":
    main()
