"""What a fresh site begins with: the home page, the list of guides, and one folder for each guide.

A folder is called after its guide's slug and holds

- `guide.json`: {"slug", "title", "summary", "introduction" (Markdown), "compared_on" (ISO date), "compared_note",
  "prepare": [{"title", "note", "icon"}], "steps": [...]}. A step is {"key", "file", "title", "part", "expect",
  "screen" ("flow:screen" or null), "expected_seconds", "image" (null or {"file", "alt", "markers"})}, and where it
  explains more: "also_screens" (further "flow:screen") and "faults" (kinds of faults). It may have "action" (see
  tutorials/actions.py), "only_when" ("1:ya"), "errors" (codes in `kendala.json`), "sources" (a list of lines), and
  "desktop_image", "app_image" (as "image"). The guide may have "regulation", "oss_generation" and "questions":
  [{"sentence", "yes_advice", "no_advice", "yes_guide", "no_guide"}], the last two slugs of guides. A marker is
  {"target", "label"}: a CSS selector on the practice page, for the script that takes the pictures.
- one Markdown file for each step, named in "file"; after a line `+++` comes what is shown folded.
- `pictures/`: the pictures named in "image", and `positions.json`, which that script writes:
  {"<file>": [[x, y], …]} in percent, one pair for each marker, in order. A step whose picture is not there yet is
  loaded without it.

`beranda.json` holds the texts of the home page and of the list of guides, "guides": the order of their slugs, and
"journey": [{"phase", "title", "agency", "note", "guide", "step"}], the last two a guide's slug and a step's key.
`kendala.json` and `istilah.json` hold the shared errors and the glossary (docs/glossary.md); `words.py` loads them.
"""

from tutorials.starter.loading import load_starter_guides

__all__ = ["load_starter_guides"]
