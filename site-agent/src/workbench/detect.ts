import { gridMaskAt, predictWhole, type PredictionInput, type WholeMammogramOptions } from '@mammofed/imaging';
import { connectedComponents } from '@mammofed/learning';

/** A place that was marked in a whole mammogram. */
export interface Detection {
  /** Highest probability in it, 0..1. */
  readonly score: number;
  /** In the image's pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface WholePrediction {
  /** At the image's size, 0 or 1. */
  readonly mask: Uint8Array;
  /** The most likely first. */
  readonly detections: readonly Detection[];
}

/** Cells that a place has to have: one alone is noise. */
const LEAST_CELLS = 9;

/**
 * Looks for masses in a whole mammogram: slides the network's window over the breast and marks connected places that
 * reach the threshold.
 * @param threshold - probability from which a place is marked, above 0 and below 1.
 */
export async function detect(
  { whole, imageWidth, imageHeight }: Pick<PredictionInput, 'whole' | 'imageWidth' | 'imageHeight'>,
  options: WholeMammogramOptions,
  threshold: number,
  predict: (image: Float32Array) => Promise<Float32Array>,
): Promise<WholePrediction> {
  const grid = await predictWhole(whole, options, predict);
  const { width, height, probability } = grid;
  const marked = Uint8Array.from(probability, (value) => (value >= threshold ? 1 : 0));
  const { count, labels } = connectedComponents(marked, width, height);
  const places = Array.from({ length: count }, () => ({
    cells: 0,
    score: 0,
    left: width,
    top: height,
    right: 0,
    bottom: 0,
  }));
  for (let i = 0; i < labels.length; i++) {
    const place = places[(labels[i] ?? 0) - 1];
    if (place === undefined) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    place.cells++;
    place.score = Math.max(place.score, probability[i] ?? 0);
    place.left = Math.min(place.left, x);
    place.top = Math.min(place.top, y);
    place.right = Math.max(place.right, x + 1);
    place.bottom = Math.max(place.bottom, y + 1);
  }
  const kept = Uint8Array.from(labels, (label) => ((places[label - 1]?.cells ?? 0) >= LEAST_CELLS ? 1 : 0));
  const [across, down] = [imageWidth / width, imageHeight / height];
  const detections = places
    .filter(({ cells }) => cells >= LEAST_CELLS)
    .map(({ score, left, top, right, bottom }) => ({
      score,
      box: {
        x: Math.round(left * across),
        y: Math.round(top * down),
        width: Math.round((right - left) * across),
        height: Math.round((bottom - top) * down),
      },
    }))
    .sort((a, b) => b.score - a.score);
  return { mask: gridMaskAt(kept, grid, imageWidth, imageHeight), detections };
}
