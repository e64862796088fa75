"""What a reader of a guide said, told to whoever keeps records; sent inside a transaction.

Each of those carries `learner` (UUID), `guide` (key), `version` (text) and `step` (key), never anything typed.
"""

from django.dispatch import Signal

# Also `next_step`: the key of the step that follows, None after the last.
step_done = Signal()

step_undone = Signal()

# Also `reason`: a value of `tutorials.reasons.Reason`, "" when only "Saya bingung" was pressed.
step_confusing = Signal()

# The form of `page` is about to be shown; `rows` names the relation whose rows stand there. A receiver returns what it
# has to say of them: {key of a row: safe HTML}.
row_notes_asked = Signal()

# The form of `page` is about to be shown to whoever sent `request`. A receiver returns safe HTML to stand above it, ""
# where it has nothing to say.
form_notes_asked = Signal()

# `steps` of the guide with the key `guide` are about to go, or have gone, to the archive. A receiver returns what still
# speaks of them: {key of a step: [sentence]}.
step_references_asked = Signal()
