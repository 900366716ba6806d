"""What the Python servers do alike: read their arguments, count token requests, and end with their standard input."""

import argparse
import json
import os
import sys
import threading

from werkzeug.serving import WSGIRequestHandler, make_server


def arguments(about):
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    parser.add_argument("--clients", type=json.loads, required=True, metavar="JSON", help='{"id": "secret", …}')
    parser.add_argument("--users", type=json.loads, required=True, metavar="JSON", help='{"name": "password", …}')
    parser.add_argument("--lifetime", type=int, default=300, metavar="SECONDS", help="of an access token")
    parser.add_argument("--refresh-lifetime", type=int, default=3600, metavar="SECONDS", help="of a refresh token")
    return parser.parse_args()


class Counted:
    """An application that also says, at `/test/counts`, how many token requests came and how many were refused."""

    def __init__(self, application):
        self.application = application
        self.lock = threading.Lock()
        self.counts = {"token": 0, "refused": 0}

    def count(self, what):
        with self.lock:
            self.counts[what] += 1

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] == "/test/counts":
            counts = json.dumps(self.counts).encode()
            start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(counts)))])
            return [counts]
        if environ["PATH_INFO"] != "/oauth/token":
            return self.application(environ, start_response)
        self.count("token")

        def answer(status, *rest):
            if int(status.split()[0]) >= 400:
                self.count("refused")
            return start_response(status, *rest)

        return self.application(environ, answer)


class Silent(WSGIRequestHandler):
    def log_request(self, *_):
        pass


def serve(application, port, threaded):
    server = make_server("127.0.0.1", port, Counted(application), threaded=threaded, request_handler=Silent)

    def end_with_standard_input():
        sys.stdin.buffer.read()
        os._exit(0)  # nothing lies outside the process

    threading.Thread(target=end_with_standard_input, daemon=True).start()
    print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
