export { augment, writeSymmetry, type AugmentOptions } from './augment.js';
export { loadRegionDataset, type Dataset, type RefusedPair, type RegionDatasetOptions } from './dataset.js';
/** @public What this package refuses: docs/errors.md is made from it. */
export { IMAGING_ERRORS, ImagingError, type ImagingErrorCode } from './errors.js';
export { MIN_IMAGES_PER_PART } from './limits.js';
export { overlayPng, type OverlayOptions } from './overlay.js';
export { readPairsIndex, type PairRecord } from './pairs-index.js';
export { writePhantomDataset, type PhantomOptions } from './phantom/write.js';
export type { RegionSample } from './region.js';
export { splitPart, type SplitPart } from './split.js';
