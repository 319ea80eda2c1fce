"""The ten digits as somebody might draw them: lines of points, each from 0 to 1 to the right and downwards."""

from math import cos, pi, sin


def _arc(x, y, width, height, start, end, points=24):
    """Part of an ellipse around (x, y); angles in turns, clockwise from the right."""
    turns = [start + (end - start) * point / points for point in range(points + 1)]
    return [(x + width / 2 * cos(2 * pi * turn), y + height / 2 * sin(2 * pi * turn)) for turn in turns]


_LINES = {
    0: [_arc(0.5, 0.5, 0.45, 0.8, -0.25, 0.75)],
    1: [[(0.38, 0.25), (0.52, 0.1), (0.52, 0.9)]],
    2: [_arc(0.5, 0.3, 0.42, 0.4, -0.5, 0.1) + [(0.3, 0.9), (0.75, 0.9)]],
    3: [_arc(0.48, 0.3, 0.4, 0.38, -0.45, 0.25) + _arc(0.48, 0.69, 0.46, 0.42, -0.25, 0.45)],
    4: [[(0.5, 0.1), (0.25, 0.6), (0.78, 0.6)], [(0.62, 0.35), (0.58, 0.9)]],
    5: [[(0.72, 0.1), (0.34, 0.1), (0.32, 0.45)] + _arc(0.48, 0.66, 0.46, 0.48, -0.3, 0.4)],
    6: [[(0.6, 0.1), (0.4, 0.35)] + _arc(0.5, 0.68, 0.42, 0.44, -0.5, 0.5)],
    7: [[(0.28, 0.1), (0.74, 0.1), (0.44, 0.9)], [(0.34, 0.5), (0.7, 0.5)]],
    8: [_arc(0.5, 0.3, 0.36, 0.38, 0.25, -0.75) + _arc(0.5, 0.7, 0.44, 0.42, -0.25, 0.75)],
    9: [_arc(0.48, 0.32, 0.42, 0.42, 0, 1) + [(0.68, 0.4), (0.64, 0.9)]],
}


def strokes(digit):
    """The lines of a digit as the service takes them."""
    return [{"points": [{"x": x, "y": y} for x, y in line]} for line in _LINES[digit]]
