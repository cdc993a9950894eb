import { counted } from '../formats.js';
import { printable } from '../screen.js';

/** Where the region that the network looked at is from. */
type RegionSource = 'mask' | 'box' | 'index' | 'whole-image';

/** What `predict --json` prints; made by site-agent/src/workbench/predict.ts. */
export interface PredictionResult {
  readonly modelSha256: string;
  readonly out: string;
  readonly images: readonly {
    readonly file: string;
    readonly regionSource: RegionSource;
    readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
    readonly markedPixels: number;
    readonly mask: string;
    readonly overlay: string;
  }[];
  readonly failed: readonly { readonly file: string; readonly code: string; readonly message: string }[];
}

const SOURCES: Readonly<Record<RegionSource, string>> = {
  mask: 'around the reference mask',
  box: 'from --box',
  index: 'from index.csv',
  'whole-image': 'the whole image, for want of a mask or box',
};

/** Predictions as lines of text: one for each image, then those that failed. */
export function predictionLines({ out, images, failed }: PredictionResult): string[] {
  return [
    ...images.map(
      ({ file, regionSource, box, markedPixels, mask }) =>
        `${printable(file)}: ${counted(markedPixels, 'pixel')} marked; region ${box.width}×${box.height} at ${box.x},${box.y} (${SOURCES[regionSource]}); ${printable(mask)}`,
    ),
    images.length === 0
      ? 'No image was predicted.'
      : `${counted(images.length, 'image')} predicted; masks and overlays are in ${out}`,
    ...(failed.length === 0
      ? []
      : [
          `${counted(failed.length, 'image')} failed:`,
          ...failed.map(({ file, message }) => `  ${printable(file)}: ${printable(message)}`),
        ]),
  ];
}
