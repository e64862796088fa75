"""What happened in practice, told to whoever keeps records.

Signals carry keys and problem codes, never what somebody typed. They are sent inside the attempt's own
transaction: what a listener writes is kept or undone together with the attempt.
"""

from django.dispatch import Signal

# attempt, screen: the screen the learner was led to.
attempt_started = Signal()

# Sent once no fault stands between the screen and what comes next.
# attempt, screen, next_screen (None at the end, or when that screen was accepted before), seconds (active seconds,
# None where unknown), first_time (False when a screen that was practised before was reopened and mended).
screen_accepted = Signal()

# attempt, screen, problems: list of (field, code).
screen_refused = Signal()

# attempt, screen, field ("" for the whole screen), level 1-4.
help_asked = Signal()

# attempt
attempt_finished = Signal()

# attempt, screen, kind: a fault has struck.
fault_struck = Signal()

# attempt, screen, kind, action: something was done that does not get out of it; action is the id of a wrong way.
fault_missed = Signal()

# attempt, screen, kind, action (the id of the last wrong way taken, "" when none was), seconds since it struck.
fault_recovered = Signal()
