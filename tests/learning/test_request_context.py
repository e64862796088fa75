"""What a request tells about the device and the network it came from: few words, and none when it does not say."""

import pytest

from learning.request_context import device_of, net_of

CHROME = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 {}Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "mobile", "device"),
    [
        (CHROME.format("Linux; Android 10; K", "Mobile "), "?1", "phone"),
        (CHROME.format("Linux; Android 10; K", "Mobile "), "", "phone"),
        (CHROME.format("Linux; Android 10; K", ""), "?0", "tablet"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", "", "phone"),
        ("Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", "", "tablet"),
        ("Opera/9.80 (Android; Opera Mini/36.2/119.132; U; id) Presto/2.12 Mobile", "", "phone"),
        ("Mozilla/5.0 (Android 13; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0", "", "tablet"),
        (CHROME.format("Windows NT 10.0; Win64; x64", ""), "?0", "desktop"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "", "desktop"),
        ("curl/8.5.0", "", ""),
        ("", "", ""),
    ],
)
def test_a_browser_tells_its_kind_of_device(agent, mobile, device):
    assert device_of(agent, mobile=mobile) == device


@pytest.mark.parametrize(
    ("connection", "net"),
    [("slow-2g", "slow"), ("2g", "slow"), ("3g", "ok"), ("4g", "ok"), ("", ""), ("5g<script>", "")],
)
def test_only_what_a_browser_says_about_its_network_is_known(connection, net):
    assert net_of(connection) == net


@pytest.mark.django_db
def test_whole_pages_ask_the_browser_for_its_network_and_parts_of_pages_do_not(client):
    assert client.get("/latihan/")["Accept-CH"] == "ECT"
    assert "Accept-CH" not in client.get("/latihan/", headers={"HX-Request": "true"})
    assert "Accept-CH" not in client.get("/healthz")
