"""The site's own settings, with what makes tests slow, loud or dependent on this machine taken out."""

import atexit
import os
import shutil
import tempfile

# A test never sees the data of a running site, whatever the shell says.
_data_dir = tempfile.mkdtemp(prefix="tuntun-tests-")
atexit.register(shutil.rmtree, _data_dir, ignore_errors=True)
os.environ["DATA_DIR"] = _data_dir
os.environ["SECRET_KEY"] = "a key for tests, of no use to anybody"
for _name in ("PRODUCTION", "DEBUG", "HTTPS", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "SITE_URL", "TIME_ZONE"):
    os.environ.pop(_name, None)

from learning.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # nothing is collected, so files are found where they lie
LOGGING = {**LOGGING, "root": {"handlers": ["console"], "level": "ERROR"}}
LOGGING["loggers"] = {"django": {"handlers": ["console"], "level": "ERROR", "propagate": False}}
