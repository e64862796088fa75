"""When the text and the picture of a page would arrive on a weak network: reckoned from its bytes, not measured."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Network:
    label: str
    bytes_per_second: float
    delay: float  # seconds until the first byte of an answer comes


# Rates and delays as the project's measurements of pages use them: a weak 2G, a weak 3G and a usual 3G.
NETWORKS = {
    "2g": Network("2G lemah (50 kbit per detik)", 50e3 / 8, 0.6),
    "3g-lemah": Network("3G lemah (400 kbit per detik)", 400e3 / 8, 0.4),
    "3g": Network("3G biasa (1,6 Mbit per detik)", 1600e3 / 8, 0.15),
}
CONNECTING = 2  # delays before anything can be asked for: TCP, then TLS


@dataclass(frozen=True)
class Weight:
    """Bytes on the wire, packed."""

    page: int
    styles: int
    scripts: int
    pictures: int

    @property
    def total(self) -> int:
        return self.page + self.styles + self.scripts + self.pictures


@dataclass(frozen=True)
class Arrival:
    """Seconds after the link was pressed, on a first visit with nothing kept from before."""

    text: float
    picture: float | None  # None without pictures


def arrival(weight: Weight, network: Network) -> Arrival:
    """Text waits for the page and its styles; scripts and pictures share the line and come last."""
    page = (CONNECTING + 1) * network.delay + weight.page / network.bytes_per_second
    text = page + network.delay + weight.styles / network.bytes_per_second
    rest = (weight.scripts + weight.pictures) / network.bytes_per_second
    return Arrival(round(text, 1), round(text + rest, 1) if weight.pictures else None)
