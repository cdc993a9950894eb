import sharp from 'sharp';
import { ImagingError } from '../errors.js';
import { withBanner, type ColourPicture } from './banner.js';
import { derivedAttributes, encodeObject, RESEARCH_USE_ONLY, sourceObject, type DerivedBy } from './derived-object.js';

/** Secondary Capture Image Storage. */
const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';

/** @returns an RGB PNG of this library's own as a picture. */
export async function pictureOf(png: Uint8Array): Promise<ColourPicture> {
  const { data, info } = await sharp(png)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: Uint8Array.from(data) };
}

/**
 * Writes an overlay as a secondary capture of its image, for viewers that draw no segmentations.
 * @param source - the image's file.
 * @param name - how a person finds it.
 * @returns a Part 10 file, explicit VR little endian.
 * @throws ImagingError `unsupported-dicom` if the image lacks what results refer to it by; `size-mismatch`.
 * @see DICOM PS3.3 A.8.1.
 */
export function encodeSecondaryCapture(
  source: Uint8Array,
  name: string,
  picture: ColourPicture,
  by: DerivedBy,
): Uint8Array {
  if (picture.rgb.length !== picture.width * picture.height * 3)
    throw new ImagingError('size-mismatch', `The overlay of ${name} does not have the bytes of its size.`);
  const words = `${RESEARCH_USE_ONLY} MODEL ${by.modelSha256.slice(0, 12)}`.toUpperCase();
  const { width, height, rgb } = withBanner(picture, words);
  const image = sourceObject(source, name);
  const pixels = new Uint8Array(2 * Math.ceil(rgb.length / 2));
  pixels.set(rgb);
  return encodeObject(SECONDARY_CAPTURE, {
    ...derivedAttributes(image, by),
    Modality: 'OT',
    ConversionType: 'WSD',
    ImageType: ['DERIVED', 'SECONDARY'],
    // The words are drawn into the pixels, too.
    BurnedInAnnotation: 'YES',
    ImageComments: `${RESEARCH_USE_ONLY}. Model ${by.modelSha256}`,
    DerivationDescription: `Outline of a predicted mass. ${RESEARCH_USE_ONLY}`,
    SourceImageSequence: [{ ReferencedSOPClassUID: image.sopClassUid, ReferencedSOPInstanceUID: image.sopInstanceUid }],
    SamplesPerPixel: 3,
    PhotometricInterpretation: 'RGB',
    PlanarConfiguration: 0,
    Rows: height,
    Columns: width,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    LossyImageCompression: '00',
    PixelData: pixels.buffer,
    _vrMap: { PixelData: 'OB' },
  });
}
