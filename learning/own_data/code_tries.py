"""Whoever guesses at codes waits. Counted in the database, so that all workers of the server count together.

With 10,000 codes in use one guess in 85 million opens one: at what everybody together may try, that is once in four
years, and it opens ticks and practice of somebody unnamed.
"""

import ipaddress
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from learning.models import CodeTries

WINDOW = timedelta(minutes=15)
PER_ADDRESS = 60  # wrong ones in a window; a whole class has one address
FROM_EVERYWHERE = 600
KEPT = timedelta(days=1)
EVERYBODY = ""
IPV6_SITE = 64  # bits: who has one address of such a network has them all


def count_try(address: str, *, now: datetime) -> bool:
    """Count a try before it is made; False where it must not be made. What is refused anyway weighs on nobody else."""
    with transaction.atomic():
        return _count(_who(address), PER_ADDRESS, now) and _count(EVERYBODY, FROM_EVERYWHERE, now)


def take_back(address: str) -> None:
    """The try was right: it weighs on nobody."""
    CodeTries.objects.filter(who__in=[_who(address), EVERYBODY], tries__gt=0).update(tries=F("tries") - 1)


def forget_old(*, now: datetime) -> int:
    return CodeTries.objects.filter(since__lte=now - KEPT).delete()[0]


def _count(who: str, limit: int, now: datetime) -> bool:
    counted, _new = CodeTries.objects.select_for_update().get_or_create(who=who, defaults={"since": now})
    if counted.since <= now - WINDOW:
        counted.since, counted.tries = now, 0
    counted.tries += 1
    counted.save()
    return counted.tries <= limit


def _who(address: str) -> str:
    """A keyed hash of the address, of an IPv6 one its network: nobody finds the address in the table."""
    return salted_hmac("learning.own_data.code_tries", _network(address), algorithm="sha256").hexdigest()


def _network(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((found, IPV6_SITE), strict=False)) if found.version == 6 else str(found)
