/** How the pixels of one frame are packed. */
export type PixelEncoding = 'native' | 'deflate' | 'rle' | 'jpeg' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k';

/** How an object's elements and pixels are written. */
export interface TransferSyntax {
  readonly name: string;
  readonly isExplicit: boolean;
  readonly isBigEndian: boolean;
  readonly isDeflated: boolean;
  readonly encoding: PixelEncoding;
  /** Whether decoded values may differ from those that were encoded, and so lie outside the stored bits. */
  readonly isLossy: boolean;
}

export const IMPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2';
export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';

function native(name: string, differences: Partial<TransferSyntax> = {}): TransferSyntax {
  return {
    name,
    isExplicit: true,
    isBigEndian: false,
    isDeflated: false,
    encoding: 'native',
    isLossy: false,
    ...differences,
  };
}

function encapsulated(name: string, encoding: PixelEncoding, isLossy: boolean): TransferSyntax {
  return native(name, { encoding, isLossy });
}

/** The transfer syntaxes that are read. @see DICOM PS3.5 section 10 and annex A. */
const TRANSFER_SYNTAXES: ReadonlyMap<string, TransferSyntax> = new Map([
  [IMPLICIT_LITTLE_ENDIAN, native('Implicit VR Little Endian', { isExplicit: false })],
  [EXPLICIT_LITTLE_ENDIAN, native('Explicit VR Little Endian')],
  ['1.2.840.10008.1.2.1.99', native('Deflated Explicit VR Little Endian', { isDeflated: true })],
  ['1.2.840.10008.1.2.2', native('Explicit VR Big Endian', { isBigEndian: true })],
  ['1.2.840.10008.1.2.8.1', encapsulated('Deflated Image Frame', 'deflate', false)],
  ['1.2.840.10008.1.2.5', encapsulated('RLE Lossless', 'rle', false)],
  ['1.2.840.10008.1.2.4.50', encapsulated('JPEG Baseline', 'jpeg', true)],
  ['1.2.840.10008.1.2.4.51', encapsulated('JPEG Extended', 'jpeg', true)],
  ['1.2.840.10008.1.2.4.57', encapsulated('JPEG Lossless', 'jpeg', false)],
  ['1.2.840.10008.1.2.4.70', encapsulated('JPEG Lossless, first-order prediction', 'jpeg', false)],
  ['1.2.840.10008.1.2.4.80', encapsulated('JPEG-LS Lossless', 'jpeg-ls', false)],
  ['1.2.840.10008.1.2.4.81', encapsulated('JPEG-LS Near-Lossless', 'jpeg-ls', true)],
  ['1.2.840.10008.1.2.4.90', encapsulated('JPEG 2000 Lossless', 'jpeg-2000', false)],
  ['1.2.840.10008.1.2.4.91', encapsulated('JPEG 2000', 'jpeg-2000', true)],
  ['1.2.840.10008.1.2.4.201', encapsulated('High-Throughput JPEG 2000 Lossless', 'htj2k', false)],
  ['1.2.840.10008.1.2.4.202', encapsulated('High-Throughput JPEG 2000 RPCL Lossless', 'htj2k', false)],
  ['1.2.840.10008.1.2.4.203', encapsulated('High-Throughput JPEG 2000', 'htj2k', true)],
]);

/** @returns null for one that is not read. */
export function transferSyntaxOf(uid: string): TransferSyntax | null {
  return TRANSFER_SYNTAXES.get(uid) ?? null;
}
