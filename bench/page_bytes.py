"""What a phone pays for the pages people use most, in bytes on the wire, headers included, gzip accepted.

The heaviest step of the guide with its style sheets, its scripts and its picture, all steps on one page, and the
heaviest answer to a press in the practice when htmx asks: every persona, with most help and every fault, each screen
once empty (a page full of errors) and right.
"""

import re
from collections.abc import Iterator

from bench.figures import Figure
from bench.practice_load import FLOW, personas
from bench.practice_walk import Walk
from bench.wire import Answer, Client
from scripts.running_site import RunningSite

GUIDE = "/panduan/nib-perseorangan/langkah/{}/"
WHOLE = "/panduan/nib-perseorangan/semua/"
STYLE = re.compile(r'<link\b[^>]*rel="stylesheet"[^>]*>')
SCRIPT = re.compile(r"<script\b[^>]*\bsrc=[^>]*>")
PICTURE = re.compile(r"<img\b[^>]*>")
ADDRESS = re.compile(r'(?:href|src)="([^"]+)"')


def measure(site: RunningSite) -> list[Figure]:
    steps = list(guide_steps(site))
    number, html_and_css, scripts, _ = max(steps, key=lambda step: step[1])
    pictured = max(steps, key=lambda step: sum(step[1:]))
    whole = Client(site.url).get(WHOLE).wire_bytes
    place, answer_bytes = max(practice_answers(site), key=lambda answer: answer[1])
    return [
        Figure(f"guide step {number}: HTML and CSS", f"{html_and_css:,} bytes", "14,000 bytes"),
        Figure("guide step: deferred scripts", f"{scripts:,} bytes", "with the rest 32,768 bytes"),
        Figure(f"guide step {number}: all but the picture", f"{html_and_css + scripts:,} bytes", "32,768 bytes"),
        Figure(f"guide step {pictured[0]}: all of it", f"{sum(pictured[1:]):,} bytes", "61,440 bytes"),
        Figure("all steps on one page: HTML", f"{whole:,} bytes", "40,000 bytes"),
        Figure(f"practice answer to htmx ({place})", f"{answer_bytes:,} bytes", "4,096 bytes"),
    ]


def guide_steps(site: RunningSite) -> Iterator[tuple[int, int, int, int]]:
    """For each step of the guide: its number, the bytes of HTML and style sheets, of scripts, of its picture."""
    client, sizes, number = Client(site.url), {}, 1
    while (page := client.get(GUIDE.format(number))).status == 200:
        for path in [*_addresses(STYLE, page), *_addresses(SCRIPT, page), *_addresses(PICTURE, page)]:
            if path not in sizes:
                sizes[path] = client.get(path).wire_bytes
        styles = sum(sizes[path] for path in _addresses(STYLE, page))
        scripts, pictures = (sum(sizes[path] for path in _addresses(pattern, page)) for pattern in (SCRIPT, PICTURE))
        yield number, page.wire_bytes + styles, scripts, pictures
        number += 1


def practice_answers(site: RunningSite) -> Iterator[tuple[str, int]]:
    """For each press: where and how it was answered, and the bytes of the answer."""
    for persona in personas(site):
        walk = Walk(site, FLOW, persona, mode="tuntun", faults="semua")
        for screen, sent, answer in walk.presses():
            yield f"{persona}, {screen}, {sent}", answer.wire_bytes


def _addresses(pattern: re.Pattern[str], page: Answer) -> list[str]:
    found = (ADDRESS.search(tag) for tag in pattern.findall(page.text))
    return [match.group(1) for match in found if match]
