"""What a phone pays for the pages people use most, in bytes on the wire, headers included, gzip accepted.

The heaviest step of the guide with its style sheets, its scripts, and the heaviest answer to a submitted screen of
the practice when htmx asks: each screen is sent empty once (a page full of errors) and then with the right answers.
"""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bench.figures import Figure
from bench.wire import Answer, Client
from scripts.running_site import RunningSite

GUIDE = "/panduan/nib-perseorangan/langkah/{}/"
FLOW, PERSONA = "nib-umk-perseorangan", "sembako"
HTMX = {"HX-Request": "true"}
STYLE = re.compile(r'<link\b[^>]*rel="stylesheet"[^>]*>')
SCRIPT = re.compile(r"<script\b[^>]*\bsrc=[^>]*>")
ADDRESS = re.compile(r'(?:href|src)="([^"]+)"')
ATTEMPT = re.compile(r"/latihan/coba/[0-9a-f-]{36}/")
CODE = re.compile(r'data-kode="([^"]+)"')


def measure(site: RunningSite) -> list[Figure]:
    number, html_and_css, scripts = max(guide_steps(site), key=lambda step: step[1])
    screen, kind, answer_bytes = max(practice_answers(site), key=lambda answer: answer[2])
    return [
        Figure(f"guide step {number}: HTML and CSS", f"{html_and_css:,} bytes", "14,000 bytes"),
        Figure("guide step: deferred scripts", f"{scripts:,} bytes", "20,480 bytes"),
        Figure(f"practice answer to htmx ({screen}, {kind})", f"{answer_bytes:,} bytes", "4,096 bytes"),
    ]


def guide_steps(site: RunningSite) -> Iterator[tuple[int, int, int]]:
    """For each step of the guide: its number, the bytes of HTML and style sheets, the bytes of scripts."""
    client, sizes, number = Client(site.url), {}, 1
    while (page := client.get(GUIDE.format(number))).status == 200:
        for path in [*_addresses(STYLE, page), *_addresses(SCRIPT, page)]:
            if path not in sizes:
                sizes[path] = client.get(path).wire_bytes
        styles = sum(sizes[path] for path in _addresses(STYLE, page))
        yield number, page.wire_bytes + styles, sum(sizes[path] for path in _addresses(SCRIPT, page))
        number += 1


def practice_answers(site: RunningSite) -> Iterator[tuple[str, str, int]]:
    """For each screen, sent empty and sent right: the screen, which of the two, the bytes of the answer.

    Raises RuntimeError when the practice does not go from screen to screen: a figure of one screen is none.
    """
    answers = json.loads(site.manage("flow_answers", FLOW, PERSONA, "--json"))
    client = Client(site.url)
    started = client.post(f"/latihan/{FLOW}/", {"persona": PERSONA, "mode": "latihan"})
    attempt = ATTEMPT.match(urlsplit(started.headers["location"]).path)
    if attempt is None:
        raise RuntimeError("The practice did not begin.")
    for screen in answers["screens"]:
        address = f"{attempt.group()}{screen['screen']}/"
        page = _expect(client.get(address), screen["screen"])
        refused = client.post(_form_address(page, address), {}, HTMX)
        yield screen["screen"], "refused", _expect(refused, screen["screen"]).wire_bytes
        accepted = client.post(_form_address(page, address), _filled_in(screen["fields"], page), HTMX)
        yield screen["screen"], "accepted", _expect(accepted, screen["screen"]).wire_bytes


def _filled_in(fields: dict[str, object], page: Answer) -> dict[str, object]:
    code = CODE.search(page.text)
    given = {name: code.group(1) if value == "@kode" and code else value for name, value in fields.items()}
    return {name: "on" if value is True else value for name, value in given.items() if value is not False}


def _form_address(page: Answer, address: str) -> str:
    form = re.search(r'<form\b[^>]*id="layar"[^>]*>', page.text)
    action = re.search(r'action="([^"]+)"', form.group()) if form else None
    return action.group(1) if action else address


def _addresses(pattern: re.Pattern[str], page: Answer) -> list[str]:
    found = (ADDRESS.search(tag) for tag in pattern.findall(page.text))
    return [match.group(1) for match in found if match]


def _expect(answer: Answer, screen: str) -> Answer:
    if answer.status >= 300 and answer.headers.get("hx-redirect") is None:
        raise RuntimeError(f"The practice answered {answer.status} to the screen {screen}.")
    return answer
