/** The inputs in NumPy, as functions of a generator and a number of examples. */
import { SHAPE_KINDS } from '../../data/shapes.ts';
import { python } from '../python.ts';
import type { InputId } from '../../types.ts';

type LabelledId = Exclude<InputId, 'gaussian' | 'uniform'>;

/** Labelled points with alternating classes, which `make_input` standardizes, and pictures. */
export const NUMPY_POINTS = {
  circle: `def circle(rng, n):
    """A disc inside a ring."""
    label = np.arange(n) % 2
    u = rng.random(n)
    radius = np.where(label == 0, 0.5 * np.sqrt(u), 0.7 + 0.3 * u)
    angle = 2 * np.pi * rng.random(n)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1), label`,
  moons: `def moons(rng, n):
    """Two half circles that interlock."""
    label = np.arange(n) % 2
    angle = np.pi * rng.random(n)
    x, y = np.cos(angle), np.sin(angle)
    points = np.where(label[:, None] == 0, np.stack([x, y], 1), np.stack([1 - x, 0.5 - y], 1))
    return points + rng.normal(0, 0.1, (n, 2)), label`,
  spirals: `def spirals(rng, n):
    """Two arms of one turn and a quarter."""
    label = np.arange(n) % 2
    along = rng.random(n)
    angle = 2 * np.pi * (1.25 * along + label / 2)
    radius = 0.05 + 0.95 * along
    points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return points + rng.normal(0, 0.03, (n, 2)), label`,
  xor: `def xor(rng, n):
    """Four squares; the label is the exclusive or of the signs."""
    label = np.arange(n) % 2
    right = np.where(rng.random(n) < 0.5, -1, 1)
    signs = np.stack([right, np.where(label == 0, right, -right)], axis=1)
    return signs * (0.1 + 0.9 * rng.random((n, 2))), label`,
  blobs: `def blobs(rng, n):
    """Three round clouds."""
    label = np.arange(n) % 3
    angle = 2 * np.pi * (label / 3 + 0.25)
    centre = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return centre + rng.normal(0, 0.25, (n, 2)), label`,
  shapeset: `def corners(kind, radius, aspect, skew):
    """Of a triangle or a parallelogram, on or in a circle."""
    at = lambda r, angle: r * np.array([np.cos(angle), np.sin(angle)])
    if kind == "triangle":
        first = np.radians(75 + 105 * aspect)
        return [at(radius, a) for a in (0, first, first + np.radians(75 + (135 - 105 * aspect) * skew))]
    half = np.radians(25 + 20 * aspect)
    one, two = at(radius, half), at(radius * (0.6 + 0.4 * skew), np.pi - half)
    return [one, two, -one, -two]


def cover(rng, kind):
    """The share of each of 32 x 32 pixels that a shape in a random place covers."""
    radius = 5 + 6 * rng.random()
    cx, cy = radius + (32 - 2 * radius) * rng.random(2)
    angle, aspect, skew = 2 * np.pi * rng.random(), rng.random(), rng.random()
    dy, dx = np.mgrid[:32, :32] + 0.5 - np.array([cy, cx])[:, None, None]
    x = np.cos(angle) * dx + np.sin(angle) * dy
    y = np.cos(angle) * dy - np.sin(angle) * dx
    if kind == "ellipse":
        rx, ry = radius, radius * (0.4 + 0.6 * aspect)
        k, slope = np.hypot(x / rx, y / ry), np.hypot(x / rx**2, y / ry**2)
        distance = np.where(slope == 0, -ry, (k * (k - 1)) / np.maximum(slope, 1e-12))
    else:
        points = corners(kind, radius, aspect, skew)
        distance = np.full((32, 32), -np.inf)
        for a, b in zip(points, points[1:] + points[:1]):
            normal = np.array([b[1] - a[1], a[0] - b[0]]) / np.linalg.norm(b - a)
            distance = np.maximum(distance, normal[0] * x + normal[1] * y - normal @ a)
    return np.clip(0.5 - distance, 0, 1)


KINDS = ${python(SHAPE_KINDS)}
CLASSES = [[k] for k in KINDS] + [[a, b] for i, a in enumerate(KINDS) for b in KINDS[i:]]


def shapeset(rng, n):
    """Images after Glorot and Bengio 2010, section 2.1: one or two shapes, the second in front."""
    images, label = np.zeros((n, 32, 32)), rng.integers(len(CLASSES), size=n)
    for image, index in zip(images, label):
        kinds = list(CLASSES[index])
        if len(kinds) == 2 and rng.random() < 0.5:
            kinds.reverse()
        below = cover(rng, kinds[0])
        grey = 0.25 + 0.75 * rng.random()
        image[:] = grey * below
        if len(kinds) == 1:
            continue
        for _ in range(100):
            above = cover(rng, kinds[1])
            if (below * above).sum() <= 0.5 * below.sum():
                break
        second = grey
        while abs(second - grey) < 0.125:
            second = 0.25 + 0.75 * rng.random()
        image[:] = (1 - above) * image + above * second
    return images.reshape(n, -1), label`,
  digits: `def digits(rng, n):
    """Handwritten digits of 8 x 8 pixels; the first 1437 of them are for training."""
    data = load_digits()
    x = (data.data - data.data.mean()) / data.data.std()
    # A larger batch draws some of them again.
    rows = np.where(np.arange(n) < 1437, np.arange(n) % 1437, rng.integers(1437, size=n))
    return x[rows], data.target[rows]`,
} as const satisfies Record<LabelledId, string>;

/** Code that defines `make_input(rng, lane)` for the inputs that occur. */
export function inputCode(ids: ReadonlySet<InputId>): string {
  const labelled = Object.entries(NUMPY_POINTS).filter(([id]) =>
    [...ids].some((each) => each === id),
  );
  const points = labelled.map(([id]) => id).filter((id) => id !== 'shapeset' && id !== 'digits');
  const images = ids.has('shapeset');
  return [
    ...(ids.has('digits') ? ['from sklearn.datasets import load_digits\n\n'] : []),
    ...labelled.map(([, code]) => `${code}\n\n`),
    'def make_input(rng, lane):',
    '    """Values [batch, in], and labels where there are some."""',
    '    kind, n = lane["input"], lane["batch"]',
    '    if kind == "gaussian":',
    '        return rng.standard_normal((n, lane["in"] * lane["side"] ** 2)), None',
    '    if kind == "uniform":',
    '        return rng.uniform(-np.sqrt(3), np.sqrt(3), (n, lane["in"] * lane["side"] ** 2)), None',
    ...(images
      ? [
          '    if kind == "shapeset":',
          '        sample, _ = shapeset(np.random.default_rng(0), 512)',
          '        x, label = shapeset(rng, n)',
          '        return (x - sample.mean()) / sample.std(), label',
        ]
      : []),
    ...(ids.has('digits') ? ['    if kind == "digits":', '        return digits(rng, n)'] : []),
    ...(points.length > 0
      ? [
          `    x, label = {${points.map((id) => `"${id}": ${id}`).join(', ')}}[kind](rng, 400)`,
          '    x = (x - x.mean(axis=0)) / x.std(axis=0)',
          '    # A set has 400 points; a larger batch draws some of them again.',
          '    rows = np.where(np.arange(n) < 400, np.arange(n) % 400, rng.integers(400, size=n))',
          '    return x[rows], label[rows]',
        ]
      : []),
  ].join('\n');
}
