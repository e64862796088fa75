"""What the first visitor of a fresh server process should not have to wait for."""

import logging

from django.db import DatabaseError, connection

from sandbox import catalogue, kbli

logger = logging.getLogger(__name__)


def warm_up() -> None:
    """Read the flows and make the search index (0.6 s); a database that is not ready yet is no reason to stop."""
    try:
        catalogue.published_flows()
        kbli.search("warung")
    except DatabaseError:
        logger.warning("Basis data belum siap; pencarian dibuat saat pertama dipakai.")
    finally:
        connection.close()
