"""Asks the web sample for a digit and prints each model's answer when it comes: python3 watch_digit.py 7 [--url http://localhost:5080]"""

import argparse
import http.client
import json
import sys
from urllib.parse import urlsplit

from drawings import strokes


def watch(url, digit, timeout=10):
    """A stream: one JSON value a line, read as the service writes them. A failure in the middle is a last line with "error"."""
    address = urlsplit(url)
    connect = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = connect(address.netloc, timeout=timeout + 5)
    try:
        connection.request(
            "POST",
            f"{address.path.rstrip('/')}/watch",
            body=json.dumps({"strokes": strokes(digit)}),
            headers={
                "Content-Type": "application/json",
                "Accept": "application/x-ndjson",
                "Pipeline-Timeout": f"{timeout}s",
            },
        )
        response = connection.getresponse()
        if response.status != 200:
            raise RuntimeError(f"{response.status} {response.reason} {response.read().decode()}")
        for line in response:
            reading = json.loads(line)
            if "error" in reading:
                raise RuntimeError(json.dumps(reading["error"]))
            yield reading
    finally:
        connection.close()  # leaving early is a disconnect: the service cancels what still runs


def main():
    arguments = argparse.ArgumentParser(description="Draws a digit and prints the models' answers as they come.")
    arguments.add_argument("digit", type=int, choices=range(10))
    arguments.add_argument("--url", default="http://localhost:5080")
    given = arguments.parse_args()
    try:
        for reading in watch(given.url, given.digit):
            if reading["opinions"]:
                last = reading["opinions"][-1]
                print(f"{reading['elapsed']:6.1f} ms  {last['model']:16} {last['failure'] or last['digit']}", flush=True)
    except OSError as failure:
        sys.exit(f"{given.url} does not answer ({failure}). Start it: dotnet run --project samples/Web -c Release")
    except RuntimeError as failure:
        sys.exit(str(failure))
    print(f"together: {reading['digit']} ({reading['confidence']:.0%})")


if __name__ == "__main__":
    main()
