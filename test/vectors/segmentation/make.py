#!/usr/bin/env python3
"""Writes metrics-masks.json and metrics-agreement.json beside this file, with nothing of ours: scipy, scikit-image and numpy.

Debian: apt-get install -y python3-scipy python3-skimage python3-numpy; then: /usr/bin/python3 make.py
The files in the repository are of scipy 1.10.1, scikit-image 0.19.3, numpy 1.24.2.
"""
import json
import pathlib

import numpy as np
from scipy import integrate, ndimage, optimize, stats
from scipy.spatial import cKDTree
from skimage import draw, measure

HERE = pathlib.Path(__file__).parent
CROSS = ndimage.generate_binary_structure(2, 1)
LEAST_OVERLAP = 0.1


def boundary(mask):
    return mask & ~ndimage.binary_erosion(mask, CROSS, border_value=0)


def directed(of, to, spacing):
    """Distances from every boundary pixel of one mask to the other's nearest, by a tree over the points."""
    points = np.argwhere(boundary(of)) * spacing
    others = np.argwhere(boundary(to)) * spacing
    return cKDTree(others).query(points)[0]


def on(parts_of, other):
    labels = measure.label(parts_of, connectivity=2)
    regions = measure.regionprops(labels)
    inside = sum(1 for r in regions if other[tuple(r.coords.T)].mean() >= LEAST_OVERLAP)
    return len(regions), inside


def expected(predicted, reference, spacing, tolerance):
    tp = int((predicted & reference).sum())
    fp = int((predicted & ~reference).sum())
    fn = int((~predicted & reference).sum())
    tn = int((~predicted & ~reference).sum())
    lesions, detected = on(reference, predicted)
    marks, right = on(predicted, reference)
    result = {
        "dice": 2 * tp / (2 * tp + fp + fn) if reference.any() else None,
        "iou": tp / (tp + fp + fn) if reference.any() else None,
        "sensitivity": tp / (tp + fn) if reference.any() else None,
        "specificity": tn / (tn + fp) if not reference.all() else None,
        "accuracy": (tp + tn) / predicted.size,
        "lesions": {"lesions": lesions, "detected": detected, "falsePositives": marks - right},
        "surface": None,
    }
    if predicted.any() and reference.any():
        there = directed(predicted, reference, spacing)
        back = directed(reference, predicted, spacing)
        both = np.concatenate([there, back])
        # The other way to the same distances: scipy's own transform.
        field = ndimage.distance_transform_edt(~boundary(reference), sampling=spacing)
        assert np.allclose(np.sort(field[boundary(predicted)]), np.sort(there), atol=1e-9)
        result["surface"] = {
            "hausdorff": float(both.max()),
            "hausdorff95": float(max(np.percentile(there, 95), np.percentile(back, 95))),
            "averageSurfaceDistance": float(both.mean()),
            "normalizedSurfaceDice": float((both <= tolerance * (1 + 1e-9)).mean()),
        }
    return result


def ellipse(shape, row, column, r, c, rotation=0.0):
    mask = np.zeros(shape, bool)
    mask[draw.ellipse(row, column, r, c, shape=shape, rotation=rotation)] = True
    return mask


def runs(mask):
    """Lengths of runs of equal pixels along the rows, background first."""
    flat = mask.ravel()
    changes = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    edges = np.concatenate([[0], changes, [flat.size]])
    lengths = np.diff(edges).tolist()
    return lengths if not flat[0] else [0] + lengths


def cases():
    rng = np.random.default_rng(20260)
    shape = (48, 64)
    none = np.zeros(shape, bool)
    base = ellipse(shape, 24, 30, 12, 16, 0.3)
    yield "shifted ellipse", ellipse(shape, 26, 33, 11, 17, 0.1), base, (1.0, 1.0), 2.0
    yield "shifted ellipse, rows wide apart", ellipse(shape, 26, 33, 11, 17, 0.1), base, (0.31, 0.07), 0.25
    yield "the reference itself", base, base, (0.1, 0.1), 0.0
    yield "touching the left edge", ellipse(shape, 20, 0, 13, 9), ellipse(shape, 22, 2, 12, 9), (0.2, 0.15), 0.5
    yield "touching a corner", ellipse(shape, 47, 63, 10, 12), ellipse(shape, 44, 60, 9, 11), (1.0, 0.6), 1.5
    one, other = none.copy(), none.copy()
    one[5, 7] = True
    other[40, 60] = True
    yield "single pixels far apart", one, other, (0.5, 0.7), 1.0
    yield "single pixel in a lesion", one, ellipse(shape, 5, 7, 4, 4), (1.0, 1.0), 1.0
    yield "empty prediction", none, base, (1.0, 1.0), 2.0
    yield "empty reference", base, none, (1.0, 1.0), 2.0
    yield "both empty", none, none, (1.0, 1.0), 2.0
    yield "everything marked", ~none, base, (1.0, 1.0), 2.0
    yield "reference is everything", base, ~none, (0.4, 0.3), 1.0
    several = ellipse(shape, 10, 10, 5, 5) | ellipse(shape, 36, 14, 6, 4) | ellipse(shape, 25, 48, 9, 10)
    found = ellipse(shape, 11, 12, 5, 5) | ellipse(shape, 27, 50, 6, 7) | ellipse(shape, 42, 55, 3, 3)
    yield "three lesions, two found, a false one", found, several, (0.8, 1.1), 1.0
    yield "parts that touch by a corner", np.eye(*shape, dtype=bool), np.roll(np.eye(*shape, dtype=bool), 3, 1), (1.0, 1.0), 2.0
    ring = base & ~ellipse(shape, 24, 30, 6, 8, 0.3)
    yield "a ring", ring, base, (0.9, 0.5), 1.0
    thin = none.copy()
    thin[20, 5:60] = True
    yield "a line", thin, base, (1.3, 0.2), 1.0
    tenth, ten = none.copy(), none.copy()
    ten[10, 10:20] = True
    tenth[9:11, 10] = True
    yield "exactly a tenth of a lesion", tenth, ten, (1.0, 1.0), 1.0
    for i in range(6):
        noise = ndimage.gaussian_filter(rng.normal(size=shape), 1.5 + i / 2)
        more = noise + 0.5 * ndimage.gaussian_filter(rng.normal(size=shape), 1.5 + i / 2)
        spacing = tuple(float(v) for v in np.round(rng.uniform(0.05, 2, size=2), 3))
        yield f"random field {i}", more > more.std() / 2, noise > noise.std() / 2, spacing, 1.0


def noncentral_t(p, df, shift):
    """The quantile, from the definition: a normal deviate over a chi one. scipy's own nct.ppf fails from some 50 degrees on."""
    width = 12 / np.sqrt(2 * df)
    span = (max(0.0, 1 - width), 1 + width)

    def below(t):
        density = lambda w: stats.norm.cdf(t * w - shift) * stats.chi.pdf(w * np.sqrt(df), df) * np.sqrt(df)
        middle = [v for v in (shift / t, 1.0) if span[0] < v < span[1]]
        return integrate.quad(density, *span, points=middle, epsabs=1e-13, epsrel=1e-12, limit=500)[0]

    return optimize.brentq(lambda t: below(t) - p, 0.05, 40 * (shift + 5), xtol=1e-12, rtol=1e-13)


def agreement(name, differences):
    d = np.asarray(differences)
    n, bias, s = len(d), d.mean(), d.std(ddof=1)
    t = stats.t.ppf(0.975, n - 1)
    low, high = (noncentral_t(p, n - 1, 1.96 * np.sqrt(n)) / np.sqrt(n) for p in (0.025, 0.975))
    if n < 20:
        assert abs(high / (stats.nct.ppf(0.975, n - 1, 1.96 * np.sqrt(n)) / np.sqrt(n)) - 1) < 1e-6
    return {
        "name": name,
        "differences": d.tolist(),
        "bias": bias,
        "standardDeviation": s,
        "lower": bias - 1.96 * s,
        "upper": bias + 1.96 * s,
        "biasInterval": {"low": bias - t * s / np.sqrt(n), "high": bias + t * s / np.sqrt(n)},
        "lowerInterval": {"low": bias - high * s, "high": bias - low * s},
        "upperInterval": {"low": bias + low * s, "high": bias + high * s},
    }


def write(name, content):
    (HERE / name).write_text(json.dumps(content, indent=1) + "\n")


if __name__ == "__main__":
    listed = []
    for name, predicted, reference, spacing, tolerance in cases():
        height, width = reference.shape
        listed.append({
            "name": name,
            "grid": {"width": width, "height": height, "rowSpacing": spacing[0], "columnSpacing": spacing[1]},
            "tolerance": tolerance,
            "predicted": runs(predicted),
            "reference": runs(reference),
            "expected": expected(predicted, reference, spacing, tolerance),
        })
    write("metrics-masks.json", listed)
    rng = np.random.default_rng(7)
    write("metrics-agreement.json", [
        agreement(f"{n} differences", np.round(rng.normal(0.02, 0.1, size=n), 6)) for n in (2, 3, 5, 12, 30, 75, 400)
    ])
