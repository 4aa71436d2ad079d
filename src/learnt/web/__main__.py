"""Django's own commands: `python -m learnt.web migrate`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "learnt.web.settings")
    execute_from_command_line(["learnt.web", *sys.argv[1:]])
