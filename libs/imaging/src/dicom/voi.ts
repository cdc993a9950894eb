import type { VoiWindow } from '../layouts/layout.js';
import type { Elements } from './elements.js';
import type { ModalityTransform } from './modality.js';
import { lookupTableOf } from './lookup-table.js';

/**
 * The first window of the header or, if it has none, its first VOI lookup table, for the grey values of an image.
 * Windows are given in modality values; here they are moved to grey values and, where the image is inverted, mirrored.
 * @returns null if the header has neither or its window has no width.
 * @throws ImagingError `bad-dicom` for a table that is not whole.
 * @see DICOM PS3.3 C.11.2.
 */
export function voiOf(
  elements: Elements,
  transform: ModalityTransform,
  isInverted: boolean,
  name: string,
): VoiWindow | null {
  return windowOf(elements, transform, isInverted) ?? tableOf(elements, transform, isInverted, name);
}

function windowOf(elements: Elements, transform: ModalityTransform, isInverted: boolean): VoiWindow | null {
  const center = elements.decimal('x00281050');
  const width = elements.decimal('x00281051');
  if (center === null || width === null || width <= 0) return null;
  const kind = kindOf(elements.text('x00281056'));
  const greyCenter = (center - transform.intercept) / transform.slope;
  const greyWidth = width / transform.slope;
  // LINEAR is centred half a step lower and one step narrower than its numbers say; in steps of the grey values that
  // half is another half, so that it becomes the exact function of the same line.
  if (kind === 'linear' && transform.slope !== 1) {
    if (width <= 1) return null;
    const exact = {
      center: (center - 0.5 - transform.intercept) / transform.slope,
      width: (width - 1) / transform.slope,
    };
    return {
      kind: 'linear-exact',
      center: isInverted ? transform.highest - exact.center : exact.center,
      width: exact.width,
    };
  }
  if (!isInverted) return { kind, center: greyCenter, width: greyWidth };
  const mirrored = transform.highest - greyCenter;
  return { kind, center: kind === 'linear' ? mirrored + 1 : mirrored, width: greyWidth };
}

function kindOf(text: string | null): 'linear' | 'linear-exact' | 'sigmoid' {
  if (text === 'SIGMOID') return 'sigmoid';
  return text === 'LINEAR_EXACT' ? 'linear-exact' : 'linear';
}

function tableOf(
  elements: Elements,
  transform: ModalityTransform,
  isInverted: boolean,
  name: string,
): VoiWindow | null {
  const [item] = elements.items('x00283010');
  if (item === undefined) return null;
  const isInputSigned = transform.intercept < 0;
  const { first, bits, table } = lookupTableOf(item, isInputSigned, name);
  const { slope, intercept, highest } = transform;
  // One entry for each modality value: with another slope than 1 the table is sampled at the grey values.
  const greyFirst = Math.ceil((first - intercept) / slope);
  const greyLast = Math.floor((first + table.length - 1 - intercept) / slope);
  const count = Math.max(1, Math.min(65536, greyLast - greyFirst + 1));
  const outputs = Uint16Array.from({ length: count }, (_, i) => {
    const at = Math.round(slope * (greyFirst + i) + intercept) - first;
    return table[Math.min(table.length - 1, Math.max(0, at))];
  });
  if (!isInverted) return { kind: 'lut', first: greyFirst, bits, table: outputs };
  return {
    kind: 'lut',
    first: highest - (greyFirst + count - 1),
    bits,
    table: outputs.reverse().map((output) => 2 ** bits - 1 - output),
  };
}
