import type { DataFlag } from './layout.js';

/** An outline, box or circle reaches beyond the border. */
export const CLIPPED: DataFlag = {
  code: 'clipped-annotation',
  message: "the place that is marked reaches beyond the image's border and was cut there",
};
