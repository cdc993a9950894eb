import { counted } from '../formats.js';
import { printable } from '../screen.js';

/** Where the region that the network looked at is from. */
type RegionSource = 'mask' | 'box' | 'index' | 'whole-image' | 'whole-mammogram';

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
    /** Objects that were written of a DICOM image. */
    readonly dicom: { readonly segmentation: string; readonly secondaryCapture: string } | null;
    /** Places in a whole mammogram. */
    readonly detections: readonly { readonly score: number }[] | null;
  }[];
  readonly failed: readonly { readonly file: string; readonly code: string; readonly message: string }[];
}

const SOURCES: Readonly<Record<RegionSource, string>> = {
  mask: 'around the reference mask',
  box: 'from --box',
  index: 'from index.csv',
  'whole-image': 'the whole image, for want of a mask or box',
  'whole-mammogram': 'searched whole',
};

/** Predictions as lines of text: one for each image, then those that failed. */
export function predictionLines({ out, images, failed }: PredictionResult): string[] {
  return [
    ...images.map(imageLine),
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

function imageLine({
  file,
  regionSource,
  box,
  markedPixels,
  mask,
  dicom,
  detections,
}: PredictionResult['images'][number]): string {
  const best = detections?.[0];
  const where =
    detections === null
      ? `region ${box.width}×${box.height} at ${box.x},${box.y} (${SOURCES[regionSource]})`
      : `${counted(detections.length, 'place')}${best === undefined ? '' : `, the likeliest ${best.score.toFixed(2)}`}`;
  const files = [mask, ...(dicom === null ? [] : [dicom.segmentation, dicom.secondaryCapture])];
  return `${printable(file)}: ${counted(markedPixels, 'pixel')} marked; ${where}; ${files.map(printable).join(', ')}`;
}
