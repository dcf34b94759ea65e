"""The entry point of the WSGI server."""

import multiprocessing
import os
import signal

from django.core.wsgi import get_wsgi_application

# Ctrl-C reaches every process of the terminal, and the server's main process then ends its workers
# with a second signal. A worker that gets both at once waits for itself for ever.
if multiprocessing.parent_process() is not None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

application = get_wsgi_application()
