import type { MaskPixels } from '../decode.js';
import { ImagingError } from '../errors.js';
import {
  derivedAttributes,
  encodeObject,
  newUid,
  RESEARCH_USE_ONLY,
  sourceObject,
  type DerivedBy,
} from './derived-object.js';

const SEGMENTATION = '1.2.840.10008.5.1.4.1.1.66.4';

/**
 * Writes a predicted mask as a DICOM segmentation: one binary segment of one frame, on the pixels of its image.
 * @param source - the image's file.
 * @param name - how a person finds it.
 * @param mask - of the image's size.
 * @returns a Part 10 file, explicit VR little endian.
 * @throws ImagingError `unsupported-dicom` if the image lacks what results refer to it by; `size-mismatch`.
 * @see DICOM PS3.3 A.51 and C.8.20.
 */
export function encodeSegmentation(source: Uint8Array, name: string, mask: MaskPixels, by: DerivedBy): Uint8Array {
  const image = sourceObject(source, name);
  const { width, height } = mask;
  if (image.attributes['Rows'] !== height || image.attributes['Columns'] !== width)
    throw new ImagingError('size-mismatch', `${name} and its predicted mask differ in size.`);
  const organization = newUid();
  const reference = { ReferencedSOPClassUID: image.sopClassUid, ReferencedSOPInstanceUID: image.sopInstanceUid };
  const derivation = {
    DerivationImageSequence: [
      {
        SourceImageSequence: [
          {
            ...reference,
            SpatialLocationsPreserved: 'YES',
            PurposeOfReferenceCodeSequence: [code('121322', 'DCM', 'Source image for image processing operation')],
          },
        ],
        DerivationCodeSequence: [code('113076', 'DCM', 'Segmentation')],
      },
    ],
  };
  return encodeObject(SEGMENTATION, {
    ...derivedAttributes(image, by),
    Modality: 'SEG',
    ImageType: ['DERIVED', 'PRIMARY'],
    ContentLabel: 'MASS',
    ContentDescription: `Predicted mass. ${RESEARCH_USE_ONLY}`,
    ContentCreatorName: '',
    ReferencedSeriesSequence: [{ SeriesInstanceUID: image.seriesUid, ReferencedInstanceSequence: [reference] }],
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    NumberOfFrames: 1,
    Rows: height,
    Columns: width,
    BitsAllocated: 1,
    BitsStored: 1,
    HighBit: 0,
    PixelRepresentation: 0,
    LossyImageCompression: '00',
    BurnedInAnnotation: 'NO',
    SegmentationType: 'BINARY',
    SegmentSequence: [
      {
        SegmentNumber: 1,
        SegmentLabel: 'Mass',
        SegmentDescription: `${RESEARCH_USE_ONLY}. Model ${by.modelSha256}`,
        SegmentAlgorithmType: 'AUTOMATIC',
        SegmentAlgorithmName: `MammoFed ${by.version}, model ${by.modelSha256.slice(0, 12)}`,
        SegmentedPropertyCategoryCodeSequence: [code('49755003', 'SCT', 'Morphologically Abnormal Structure')],
        SegmentedPropertyTypeCodeSequence: [code('4147007', 'SCT', 'Mass')],
        AnatomicRegionSequence: [code('76752008', 'SCT', 'Breast')],
      },
    ],
    DimensionOrganizationSequence: [{ DimensionOrganizationUID: organization }],
    DimensionIndexSequence: [
      {
        DimensionOrganizationUID: organization,
        // Referenced Segment Number, in the Segment Identification Sequence.
        DimensionIndexPointer: [0x0062000b],
        FunctionalGroupPointer: [0x0062000a],
        DimensionDescriptionLabel: 'Segment',
      },
    ],
    SharedFunctionalGroupsSequence: [{ SegmentIdentificationSequence: [{ ReferencedSegmentNumber: 1 }] }],
    PerFrameFunctionalGroupsSequence: [{ FrameContentSequence: [{ DimensionIndexValues: [1] }], ...derivation }],
    PixelData: packedBits(mask.mask).buffer,
    _vrMap: { PixelData: 'OB' },
  });
}

function code(value: string, scheme: string, meaning: string): Record<string, string> {
  return { CodeValue: value, CodingSchemeDesignator: scheme, CodeMeaning: meaning };
}

/** Eight pixels to a byte, the first in the lowest bit, padded to an even number of bytes. @see DICOM PS3.5 8.1.1. */
function packedBits(mask: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * Math.ceil(mask.length / 16));
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) bytes[i >> 3] |= 1 << (i & 7);
  return bytes;
}
