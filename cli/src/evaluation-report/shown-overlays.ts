import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A region with both outlines, as the evaluation drew it. */
export interface ShownOverlay {
  readonly file: string;
  readonly dice: number;
  readonly rank: 'best' | 'median' | 'worst' | 'edge';
  readonly touchesEdge: boolean;
  readonly png: Uint8Array;
}

/** Of evaluation.json. */
interface ListedOverlay extends Omit<ShownOverlay, 'png'> {
  /** Relative to its folder. */
  readonly png: string;
}

/** Reads the pictures that an evaluation has just written into its folder. @throws Error of the file system. */
export async function shownOverlays(dir: string): Promise<ShownOverlay[]> {
  const { overlays } = JSON.parse(await readFile(join(dir, 'evaluation.json'), 'utf8')) as {
    readonly overlays: readonly ListedOverlay[];
  };
  return Promise.all(overlays.map(async ({ png, ...rest }) => ({ ...rest, png: await readFile(join(dir, png)) })));
}
