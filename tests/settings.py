"""The library's settings for tests: a home of its own, thrown away afterwards."""

import atexit
import os
import shutil
import tempfile

_HOME = tempfile.mkdtemp(prefix="learnt-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["LEARNT_HOME"] = _HOME

os.mkdir(os.path.join(_HOME, "static"))

from learnt.web.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""Quick, since nothing is secret here."""
