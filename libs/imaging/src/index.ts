export { blandAltman, type AreaPairs, type BlandAltman } from './bland-altman.js';
export { blandAltmanSvg, type BlandAltmanPlot } from './bland-altman-svg.js';
export { augment } from './augment.js';
export type { AugmentOptions } from './batch-place.js';
export { parseBox } from './box.js';
export { loadRegionDataset, type Dataset, type RefusedPair, type RegionDatasetOptions } from './dataset.js';
export { decodeGrey, decodeMask, type MaskPixels } from './decode.js';
/** @public What this package refuses: docs/errors.md is made from it. */
export { IMAGING_ERRORS, ImagingError, type ImagingErrorCode } from './errors.js';
export type { CaseFacts, PixelSpacing } from './layouts/layout.js';
export { MIN_IMAGES_PER_PART } from './limits.js';
export { maskPng, placeMask } from './mask-figure.js';
export { fullOverlayPng, overlayPng, type FullOverlayOptions, type NamedMask, type OverlayOptions } from './overlay.js';
export { readPairsIndex, type PairRecord } from './pairs-index.js';
export { writePhantomDataset, type PhantomOptions } from './phantom/write.js';
export {
  loadPredictionInputs,
  type PredictionInput,
  type PredictionOptions,
  type PredictionOutcome,
  type PredictionSource,
  type RegionSource,
} from './prediction-input.js';
export type { Box, RegionSample } from './region.js';
export { splitPart, type SplitPart } from './split.js';
