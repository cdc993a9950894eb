import type { GreyPixels } from '../pgm.js';
import type { BreastArea } from './breast-area.js';

/** How bright a letter is at least, from the air (0) to the brightest pixel of the image (1). */
const LETTER_BRIGHTNESS = 0.35;
/** Lowest letter that a person could read, pixels. */
const LOWEST_LETTER = 5;
/** Highest letter, as a share of the image's longer side. */
const HIGHEST_LETTER = 0.06;
/** A letter is at most this much wider than high; two that touch are one that is wider. */
const WIDEST_LETTER = 2.2;
/** Letters of a line: how much their heights and their feet differ at most, and how far they are apart, as shares of a height. */
const HEIGHT_TOLERANCE = 0.3;
const FOOT_TOLERANCE = 0.2;
const WIDEST_GAP = 1.5;
/** From here on it is a line of text: `R CC` has three letters, a name has more. */
const FEWEST_LETTERS = 4;
/** Around the breast, pixels of the small plane: its skin is no text. */
const MARGIN = 2;

/** A connected area of bright pixels; edges count from the top left, `right` and `bottom` are outside. */
interface Spot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Looks for lines of text in the air around the breast: bright areas of one height, side by side on one line. Text over the
 * breast, upright text, and dark text on a bright label are not found: a person has to look at samples all the same.
 * @param breast - of the same pixels.
 * @returns how many letters the longest line has; 0 if there is none of four or more.
 */
export function burnedInLetters(pixels: GreyPixels, breast: BreastArea): number {
  if (breast.background === 'bright') return 0;
  const bright = brightInAir(pixels, breast);
  if (bright === null) return 0;
  const highest = HIGHEST_LETTER * Math.max(pixels.width, pixels.height);
  const letters = spotsOf(bright, pixels.width, pixels.height).filter(({ left, right, top, bottom }) => {
    const height = bottom - top;
    return height >= LOWEST_LETTER && height <= highest && right - left <= WIDEST_LETTER * height;
  });
  const most = longestLine(letters);
  return most >= FEWEST_LETTERS ? most : 0;
}

/** @returns 1 where a pixel of the air is bright; null if there is no air. */
function brightInAir({ width, height, grey }: GreyPixels, breast: BreastArea): Uint8Array | null {
  const runs = airRuns(breast, width);
  const runsOf = (y: number): readonly Run[] => runs[Math.min(breast.height - 1, Math.floor(y / breast.scale))];
  const counts = new Uint32Array(65536);
  let airCount = 0;
  for (let y = 0; y < height; y++) {
    for (const { from, to } of runsOf(y)) {
      airCount += to - from;
      for (let i = y * width + from; i < y * width + to; i++) counts[grey[i]]++;
    }
  }
  if (airCount === 0) return null;
  let [air, seen] = [0, counts[0]];
  while (2 * seen < airCount) seen += counts[++air];
  let brightest = air;
  for (const value of grey) if (value > brightest) brightest = value;
  const threshold = air + LETTER_BRIGHTNESS * (brightest - air);
  const bright = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++) {
    for (const { from, to } of runsOf(y))
      for (let i = y * width + from; i < y * width + to; i++) if (grey[i] > threshold) bright[i] = 1;
  }
  return bright;
}

/** Pixels of a row of the image, `to` not among them. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** @returns for each row of the small plane, where the rows of the image that it stands for are air. */
function airRuns(breast: BreastArea, width: number): Run[][] {
  const isAir = airAround(breast);
  return Array.from({ length: breast.height }, (_, row) => {
    const runs: Run[] = [];
    for (let column = 0; column < breast.width; column++) {
      if (isAir[row * breast.width + column] === 0) continue;
      const isLast = column === breast.width - 1;
      runs.push({
        from: Math.ceil(column * breast.scale),
        to: isLast ? width : Math.min(width, Math.ceil((column + 1) * breast.scale)),
      });
    }
    return runs;
  });
}

/** The small plane, 1 where no breast is near. */
function airAround({ inside, width, height }: BreastArea): Uint8Array {
  const air = new Uint8Array(inside.length).fill(1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (inside[y * width + x] === 0) continue;
      for (let v = Math.max(0, y - MARGIN); v <= Math.min(height - 1, y + MARGIN); v++) {
        air.fill(0, v * width + Math.max(0, x - MARGIN), v * width + Math.min(width, x + MARGIN + 1));
      }
    }
  }
  return air;
}

/** Areas of neighbours (8 of them). @param plane - is emptied. */
function spotsOf(plane: Uint8Array, width: number, height: number): Spot[] {
  const spots: Spot[] = [];
  const stack: number[] = [];
  for (let start = plane.indexOf(1); start >= 0; start = plane.indexOf(1, start + 1)) {
    let [left, right, top, bottom] = [width, 0, height, 0];
    plane[start] = 0;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (plane[next] === 0) continue;
          plane[next] = 0;
          stack.push(next);
        }
      }
    }
    spots.push({ left, right, top, bottom });
  }
  return spots;
}

/** Most letters that stand on one line, each close to the one before it and about as high as the first. */
function longestLine(letters: readonly Spot[]): number {
  const fromLeft = [...letters].sort((a, b) => a.left - b.left);
  const isUsed = new Uint8Array(fromLeft.length);
  let most = 0;
  for (let first = 0; first < fromLeft.length; first++) {
    if (isUsed[first] === 1) continue;
    const height = fromLeft[first].bottom - fromLeft[first].top;
    let last = fromLeft[first];
    let count = 1;
    for (let i = first + 1; i < fromLeft.length; i++) {
      const next = fromLeft[i];
      if (next.left - last.right > WIDEST_GAP * height) break;
      const isAsHigh = Math.abs(next.bottom - next.top - height) <= HEIGHT_TOLERANCE * height;
      const isOnLine = Math.abs(next.bottom - fromLeft[first].bottom) <= Math.max(1, FOOT_TOLERANCE * height);
      // Two lines above each other: letters of the other one are passed over.
      if (!isAsHigh || !isOnLine || next.left < last.right) continue;
      isUsed[i] = 1;
      last = next;
      count++;
    }
    most = Math.max(most, count);
  }
  return most;
}
