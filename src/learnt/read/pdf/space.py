"""From a PDF's user space to the page as it is displayed: points from the top left."""

from dataclasses import dataclass

from learnt.records import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """Give the matrix that applies `first` and then `second` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's visible box in user space and the quarter turns with which it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0
    """Clockwise quarter turns, 0 to 3."""

    @property
    def matrix(self) -> Matrix:
        """The matrix from user space to the displayed page, y downwards."""
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        match self.turns % 4:
            case 1:
                return (0.0, 1.0, 1.0, 0.0, -bottom, -left)
            case 2:
                return (-1.0, 0.0, 0.0, 1.0, right, -bottom)
            case 3:
                return (0.0, -1.0, -1.0, 0.0, top, right)
        return (1.0, 0.0, 0.0, -1.0, -left, top)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as displayed."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def turned(self, turns: int) -> "Frame":
        """Give the same box shown with further clockwise quarter turns."""
        return Frame(self.left, self.bottom, self.right, self.top, (self.turns + turns) % 4)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Give the point (x, y) after `matrix`."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def apply_box(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    """Give the upright box around the rectangle from (x0, y0) to (x1, y1) after `matrix`."""
    a, b, c, d, e, f = matrix
    if b == 0.0 == c:
        xa, xb, ya, yb = a * x0 + e, a * x1 + e, d * y0 + f, d * y1 + f
        if xa <= xb and ya >= yb:
            return xa, yb, xb, ya
    else:
        points = [apply(matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
        xa, xb = min(p[0] for p in points), max(p[0] for p in points)
        ya, yb = min(p[1] for p in points), max(p[1] for p in points)
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)
