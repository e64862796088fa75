"""Signs that nobody sees and that change what everybody sees: they come along when text is pasted, or on purpose.

Taken away in silence, because whoever pasted them could not find them. The joiners U+200C and U+200D stay: emoji are
made with them.
"""

import re

UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"  # controls other than tab and line ends
    "\xad"  # soft hyphen
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    "\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"  # of no width
    "]"
)


def without_unseen(text: str) -> str:
    return UNSEEN.sub("", text)
