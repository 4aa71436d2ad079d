"""How many requests a program may send: counted by address, and forgotten after a minute."""

import ipaddress
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from learnt.web.accounts import whence

WINDOW = 60
"""Seconds for which requests are counted; nothing of an address is kept for longer."""
NETWORK = 64
"""Bits of an IPv6 address that tell one household or office from another."""


def wait_for(request: HttpRequest) -> int:
    """Count a request; gives the seconds to wait where there were too many, else 0.

    What is kept is a keyed mark of the address and a number.
    """
    now = time.time()
    window = int(now // WINDOW)
    key = f"api-{salted_hmac(f'learnt.api.{window}', address_of(request)).hexdigest()}"
    left = WINDOW - now % WINDOW
    cache.add(key, 0, timeout=left)
    try:
        count = cache.incr(key)
    except ValueError:
        return 0
    return max(1, round(left)) if count > settings.API_RATE else 0


def address_of(request: HttpRequest) -> str:
    """Give who asks: an address, of IPv6 the network."""
    address = whence.address_of(request)
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if known.version == 4:
        return str(known)
    return str(ipaddress.ip_network(f"{known}/{NETWORK}", strict=False))
