"""Flows as staff edit them: a draft is the flow document itself, and each part of it has a form of its own.

- `specs`, `compound`, `layout`: what a part consists of; from this one description come the form, the way between
  document and form, the check of an imported file and the words of a comparison.
- `parts`: where a part stands in the document, and how parts are added, copied, moved and taken away.
- `references`: what else names a part, carried along when its id changes.
- `problems`: what keeps a draft from being published, in words, with the form that mends it.
- `comparison`: what changed between two versions of a document.
"""
