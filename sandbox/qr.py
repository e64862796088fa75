"""QR codes as SVG: small, sharp on paper, and readable for whoever cannot see them by their title."""

import segno


def qr_svg(address: str, *, title: str) -> str:
    """Never a Micro QR code, which many phones cannot read. Black on white in every theme."""
    code = segno.make(address, error="m", micro=False)
    return code.svg_inline(scale=4, border=4, dark="#000", light="#fff", title=title, svgclass=None, lineclass=None)
