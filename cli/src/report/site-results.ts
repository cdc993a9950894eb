import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface OverlayFigure {
  /** The image's file name, as the site knows it. */
  readonly file: string;
  readonly dice: number;
  readonly rank: 'best' | 'median' | 'worst';
  /** The region with both outlines, as a PNG. */
  readonly png: Uint8Array;
  /** The region alone, as a PNG of the same size; null where the agent kept none. */
  readonly original: Uint8Array | null;
  /** The reference alone, as a PNG at the network's size; null where the agent kept none. */
  readonly reference: Uint8Array | null;
}

/** What a site's agent keeps in its own folder on one model. */
export interface SiteResults {
  readonly site: string;
  readonly overlays: readonly OverlayFigure[];
  /** Dice of every test image, in no order that means anything. */
  readonly imageDice: readonly number[];
  /** The same by file name. */
  readonly diceByFile: ReadonlyMap<string, number>;
  /** Where the predicted mask of each test image lies, by file name; without those that the agent kept no mask of. */
  readonly maskPaths: ReadonlyMap<string, string>;
  /** Why there is less than there should be, in words; null if all is there. */
  readonly problem: string | null;
}

const MAX_PNG_BYTES = 4 * 1024 * 1024;
const PNG_SIGNATURE = '89504e470d0a1a0a';
const OVERLAY_PATH = /^overlays\/[^/\\:\u0000]+\.png$/;
const MASK_PATH = /^masks\/\d{1,9}\.png$/;
const RANKS = ['best', 'median', 'worst'];

/** Reads results/RUN/round-N/ of a site's folder. What is missing or damaged is left out and named, never fatal. */
export async function readSiteResults(
  site: string,
  siteDir: string,
  runId: string,
  round: number,
): Promise<SiteResults> {
  const dir = join(siteDir, 'results', runId, `round-${round}`);
  let evaluation: { overlays?: unknown; images?: unknown };
  try {
    evaluation = JSON.parse(await readFile(join(dir, 'evaluation.json'), 'utf8')) as typeof evaluation;
  } catch {
    return {
      site,
      overlays: [],
      imageDice: [],
      diceByFile: new Map(),
      maskPaths: new Map(),
      problem: `it kept no evaluation of round ${round}`,
    };
  }
  const listed = Array.isArray(evaluation.overlays) ? evaluation.overlays : [];
  const overlays = (await Promise.all(listed.map((entry) => readOverlay(dir, entry)))).filter(
    (figure) => figure !== null,
  );
  const images = Array.isArray(evaluation.images) ? evaluation.images : [];
  const dices = images.flatMap((image: unknown): [string, number][] => {
    const { file, dice } = (image ?? {}) as { readonly file?: unknown; readonly dice?: unknown };
    return typeof dice === 'number' ? [[String(file), dice]] : [];
  });
  const masks = images.flatMap((image: unknown): [string, string][] => {
    const { file, maskPng } = (image ?? {}) as { readonly file?: unknown; readonly maskPng?: unknown };
    return typeof maskPng === 'string' && MASK_PATH.test(maskPng) ? [[String(file), join(dir, maskPng)]] : [];
  });
  const imageDice = dices.map(([, dice]) => dice);
  const lost = listed.length - overlays.length;
  return {
    site,
    overlays,
    imageDice,
    diceByFile: new Map(dices),
    maskPaths: new Map(masks),
    problem: lost > 0 ? `${lost} of its overlays could not be read` : null,
  };
}

async function readOverlay(dir: string, entry: unknown): Promise<OverlayFigure | null> {
  const { png: path, originalPng, referencePng, file, dice, rank } = (entry ?? {}) as Record<string, unknown>;
  if (typeof file !== 'string' || typeof dice !== 'number' || !RANKS.includes(rank as string)) return null;
  const png = await readPng(dir, path);
  if (png === null) return null;
  const original = await readPng(dir, originalPng);
  return {
    file,
    dice,
    rank: rank as OverlayFigure['rank'],
    png,
    original,
    reference: await readPng(dir, referencePng),
  };
}

/** @returns null if it is not a picture in the folder's overlays. */
async function readPng(dir: string, path: unknown): Promise<Uint8Array | null> {
  if (typeof path !== 'string' || !OVERLAY_PATH.test(path)) return null;
  const bytes = await readFile(join(dir, path)).catch(() => null);
  if (bytes === null || bytes.length > MAX_PNG_BYTES) return null;
  return bytes.subarray(0, 8).toString('hex') === PNG_SIGNATURE ? bytes : null;
}
