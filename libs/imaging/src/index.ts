export { blandAltman, type AreaPairs, type BlandAltman } from './bland-altman.js';
export { blandAltmanSvg, type BlandAltmanPlot } from './bland-altman-svg.js';
export { augment } from './augment.js';
export type { AugmentOptions } from './batch-place.js';
export { parseBox } from './box.js';
export { loadRegionDataset, type Dataset, type RegionDatasetOptions } from './dataset.js';
export { isUsable, type CheckedCase } from './check/checked-case.js';
export { checkData, type DataCheck } from './check/data-check.js';
export type { DataFinding } from './check/findings.js';
export type { MeasuredImage } from './check/measure-case.js';
export { samplePng } from './check/sample-figures.js';
export { driftFindings, statisticsOf, withoutSmallCells } from './check/statistics.js';
export { decodeGrey, decodeMask, type MaskPixels } from './decode.js';
export { decodeFrames, type StoredCells } from './dicom/decode-frames.js';
export { IMPLEMENTATION_UID } from './dicom/implementation.js';
export { isDicomFile } from './dicom/preamble.js';
export type { DerivedBy } from './dicom-write/derived-object.js';
export { encodeSecondaryCapture, pictureOf } from './dicom-write/secondary-capture.js';
export { encodeSegmentation } from './dicom-write/segmentation-object.js';
export { readDicomHeader, type DicomHeader } from './dicom/header.js';
export { readDicomImage, type DicomImage } from './dicom/read-dicom.js';
export { readSegmentation } from './dicom/segmentation.js';
/** @public What this package refuses: docs/errors.md is made from it. */
export { IMAGING_ERRORS, ImagingError, type ImagingErrorCode } from './errors.js';
export {
  LAYOUTS,
  type CaseFacts,
  type CaseImage,
  type CaseListing,
  type DataCase,
  type Layout,
  type PixelSpacing,
} from './layouts/layout.js';
export { openLayout } from './layouts/open-layout.js';
export { MIN_IMAGES_PER_PART } from './limits.js';
export { maskPng, placeMask } from './mask-figure.js';
export { overlayFigureSvg, type OverlayRow } from './overlay-figure-svg.js';
export { fullOverlayPng, overlayPng, type FullOverlayOptions, type NamedMask, type OverlayOptions } from './overlay.js';
export { readPairsIndex, type PairRecord } from './pairs-index.js';
export { PatientKeys, type PatientKey } from './patient-key.js';
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
export { gridMaskAt, predictWhole, type WholeMammogramOptions } from './whole-mammogram.js';
export { splitPart, type SplitPart } from './split.js';
