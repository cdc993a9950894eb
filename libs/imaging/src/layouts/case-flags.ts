import type { DataFlag } from './layout.js';

/** A mask had another size, of the same shape. */
export const RESCALED: DataFlag = {
  code: 'rescaled-mask',
  message: "the mask has another size than its image, in the same proportions, and was brought to the image's",
};

/** An outline, box or circle reaches beyond the border. */
export const CLIPPED: DataFlag = {
  code: 'clipped-annotation',
  message: "the place that is marked reaches beyond the image's border and was cut there",
};
