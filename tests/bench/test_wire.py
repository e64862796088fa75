import gzip

from bench.figures import Figure, table
from bench.wire import read_answer


def test_the_size_of_an_answer_counts_its_headers_and_is_not_decompressed():
    body = gzip.compress(b"a" * 10_000)
    raw = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body) + body

    answer, _ = read_answer(raw)

    assert answer.text == "a" * 10_000
    assert answer.wire_bytes == len(raw)
    assert answer.wire_bytes < 200


def test_a_chunked_answer_is_put_together():
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nNIB \r\n6\r\nCONTOH\r\n0\r\n\r\n"

    answer, _ = read_answer(raw)

    assert answer.text == "NIB CONTOH"


def test_every_cookie_of_an_answer_is_kept():
    raw = b"HTTP/1.1 303 See Other\r\nSet-Cookie: belajar=a; HttpOnly\r\nSet-Cookie: tema=gelap\r\n\r\n"

    answer, cookies = read_answer(raw)

    assert answer.status == 303
    assert cookies == ["belajar=a; HttpOnly", "tema=gelap"]


def test_the_table_lines_up():
    text = table([Figure("guide step", "9,000 bytes", "14,000 bytes"), Figure("start", "12 s", "45 s")])

    assert text.splitlines() == [
        "figure      measured     goal",
        "----------  -----------  ------------",
        "guide step  9,000 bytes  14,000 bytes",
        "start       12 s         45 s",
    ]
