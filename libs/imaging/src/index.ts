export type { AreaPairs, BlandAltman } from './bland-altman.js';
export { blandAltmanSvg, type BlandAltmanPlot } from './bland-altman-svg.js';
export { augment } from './augment.js';
export type { AugmentOptions } from './batch-place.js';
export { parseBox } from './box.js';
export { loadRegionDataset, type Dataset, type RegionDatasetOptions } from './dataset.js';
export { decodeGrey, decodeMask, type MaskPixels } from './decode.js';
export { decodeFrames, type StoredCells } from './dicom/decode-frames.js';
export { readDicomHeader, type DicomHeader } from './dicom/header.js';
export { readDicomImage, type DicomImage } from './dicom/read-dicom.js';
export { readSegmentation } from './dicom/segmentation.js';
/** @public What this package refuses: docs/errors.md is made from it. */
export { IMAGING_ERRORS, ImagingError, type ImagingErrorCode } from './errors.js';
export { LAYOUTS, type Layout } from './layouts/layout.js';
export { openLayout } from './layouts/open-layout.js';
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
