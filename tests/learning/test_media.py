from pathlib import Path

import pytest

CONTENT = bytes(range(256)) * 400  # 102,400 bytes


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    Path(tmp_path / "film.mp4").write_bytes(CONTENT)
    Path(tmp_path / "halaman.html").write_text("<script>alert(1)</script>")


def _get(client, path="/media/film.mp4", **headers):
    response = client.get(path, headers=headers)
    return response, b"".join(response.streaming_content) if response.streaming else response.content


def test_a_whole_file_is_served_and_says_that_parts_can_be_had(client):
    response, body = _get(client)

    assert response.status_code == 200
    assert response["Accept-Ranges"] == "bytes"
    assert body == CONTENT


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-99", 0, 99),
        ("bytes=100-", 100, 102_399),
        ("bytes=-50", 102_350, 102_399),
        ("bytes=102000-999999", 102_000, 102_399),
        ("bytes=10-80000", 10, 80_000),
    ],
)
def test_a_range_is_served_alone(client, asked, first, last):
    response, body = _get(client, range=asked)

    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/102400"
    assert response["Content-Length"] == str(last - first + 1)
    assert body == CONTENT[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=1000-", "bytes=1000-3000000", "bytes=-3144728"])
def test_more_than_a_mebibyte_is_answered_with_its_beginning(client, settings, asked):
    film = bytes(range(256)) * 12_288  # 3 MiB
    Path(settings.MEDIA_ROOT / "film.mp4").write_bytes(film)

    response, body = _get(client, range=asked)

    assert response["Content-Range"] == f"bytes 1000-{1000 + 1024 * 1024 - 1}/3145728"
    assert body == film[1000 : 1000 + 1024 * 1024]


def test_a_part_leaves_nothing_for_the_server_to_wait_for(client):
    response = client.get("/media/film.mp4", headers={"range": "bytes=0-"})

    assert not response.streaming


@pytest.mark.parametrize("asked", ["bytes=102400-", "bytes=500-100", "bytes=-0", "bytes=-"])
def test_a_range_outside_the_file_is_refused(client, asked):
    response, _ = _get(client, range=asked)

    assert response.status_code == 416


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "bytes=" + "9" * 40 + "-"])
def test_what_is_no_single_range_gets_the_whole_file(client, asked):
    response, body = _get(client, range=asked)

    assert response.status_code == 200
    assert len(body) == 102_400


def test_a_page_among_the_uploads_is_handed_over_and_never_opened(client):
    response, _ = _get(client, "/media/halaman.html")

    assert response["Content-Disposition"] == "attachment"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["tidak-ada.mp4", "../db.sqlite3", "%2e%2e/db.sqlite3", "a\x00b", "a" * 300])
def test_nothing_outside_the_uploads_is_served(client, path):
    assert client.get(f"/media/{path}").status_code in (400, 404)


def test_a_part_is_never_compressed(client):
    response, body = _get(client, range="bytes=0-999", accept_encoding="gzip")

    assert response["Content-Encoding"] == "identity"
    assert body == CONTENT[:1000]
