"""What happened in practice, told to whoever keeps records.

Signals carry keys and problem codes, never what somebody typed. They are sent inside the attempt's own
transaction: what a listener writes is kept or undone together with the attempt.
"""

from django.dispatch import Signal

# attempt, screen: the screen the learner was led to.
attempt_started = Signal()

# attempt, screen, next_screen (None at the end, or when that screen was accepted before), seconds (active seconds,
# None where unknown), first_time (False when a screen that was practised before was reopened and mended).
screen_accepted = Signal()

# attempt, screen, problems: list of (field, code).
screen_refused = Signal()

# attempt, screen, field ("" for the whole screen), level 1-4.
help_asked = Signal()

# attempt
attempt_finished = Signal()
