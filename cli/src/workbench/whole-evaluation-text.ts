import { counted } from '../formats.js';
import { printable } from '../screen.js';
import type { SegmentationResult } from './segmentation-result.js';
import { segmentationLines, valueText } from './segmentation-text.js';

/** What `evaluate --whole-mammogram --json` prints; made by site-agent/src/workbench/evaluate-whole.ts. */
export interface WholeEvaluationResult {
  readonly modelSha256: string;
  readonly study: string;
  readonly part: string;
  readonly whole: { readonly threshold: number; readonly tileFraction: number };
  readonly segmentation: SegmentationResult;
  readonly refused: readonly { readonly message: string }[];
}

/** Most refused images that are named. */
const NAMED_REFUSALS = 10;

/** An evaluation on whole images as lines of text. */
export function wholeEvaluationLines(result: WholeEvaluationResult): string[] {
  const { modelSha256, study, part, whole, segmentation, refused } = result;
  const { images, patients, dice } = segmentation.all;
  const whose = part === 'all' ? 'all images' : `the ${part} part of study ${printable(study)}`;
  return [
    `Model ${modelSha256.slice(0, 12)} searching ${whose}: ${counted(images, 'image')} of ${counted(patients, 'patient')}`,
    `  marked from a probability of ${whole.threshold} on; window ${whole.tileFraction} of the breast's longer side`,
    dice === null
      ? '  Dice: of no image, because no reference marks anything'
      : `  Dice ${valueText(dice.mean)} (${valueText(dice.min)}–${valueText(dice.max)}) over the ${counted(dice.n, 'image')} with a lesion`,
    ...segmentationLines(segmentation),
    ...refused.slice(0, NAMED_REFUSALS).map(({ message }) => `  left out: ${printable(message)}`),
    ...(refused.length > NAMED_REFUSALS ? [`  left out: ${refused.length - NAMED_REFUSALS} more`] : []),
  ];
}
