import os
import threading

from django.core.wsgi import get_wsgi_application

from learning.gate import Gate

MOST_AT_ONCE = 4  # a process more of which would only wait for each other

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "learning.settings")
application = Gate(get_wsgi_application(), at_once=min(max(os.cpu_count() or 1, 2), MOST_AT_ONCE))

from learning.warm_up import warm_up  # noqa: E402 - needs the apps that the line above loads

# Beside the first requests, not before them: whoever opens the home page need not wait for the search.
threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
