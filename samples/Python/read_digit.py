"""Asks the web sample for a digit: python3 read_digit.py 7 [--url http://localhost:5080]"""

import argparse
import json
import sys
import urllib.error
import urllib.request

from drawings import strokes


def read(url, digit, timeout=10):
    """One call: named arguments as a JSON object, the result as JSON, the deadline in a header."""
    request = urllib.request.Request(
        f"{url.rstrip('/')}/read",
        data=json.dumps({"strokes": strokes(digit)}).encode(),
        headers={"Content-Type": "application/json", "Pipeline-Timeout": f"{timeout}s"},
    )
    with urllib.request.urlopen(request, timeout=timeout + 5) as response:
        return json.load(response)


def main():
    arguments = argparse.ArgumentParser(description="Draws a digit and asks the web sample which one it is.")
    arguments.add_argument("digit", type=int, choices=range(10))
    arguments.add_argument("--url", default="http://localhost:5080")
    given = arguments.parse_args()
    try:
        reading = read(given.url, given.digit)
    except urllib.error.HTTPError as failure:
        problem = json.load(failure)  # RFC 9457: title, status, detail, and errors by the argument's name
        sys.exit(f"{problem['status']} {problem['title']}: {problem.get('detail', '')} {problem.get('errors', '')}")
    except urllib.error.URLError as failure:
        sys.exit(f"{given.url} does not answer ({failure.reason}). Start it: dotnet run --project samples/Web -c Release")

    for opinion in reading["opinions"]:
        print(f"{opinion['model']:16} {opinion['digit'] if opinion['failure'] is None else opinion['failure']}")
    print(f"together         {reading['digit']} ({reading['confidence']:.0%})")


if __name__ == "__main__":
    main()
