/** What a generated DICOM image holds. */
export interface GeneratedDicom {
  readonly width: number;
  readonly height: number;
  readonly bits: 8 | 12;
  readonly valueAt: (x: number, y: number) => number;
  readonly photometric?: 'MONOCHROME1' | 'MONOCHROME2';
  readonly seriesDescription?: string;
  /** Text of Window Center and Window Width. */
  readonly window?: readonly [string, string];
}

/** A digital mammogram in explicit little endian (PS3.5, section 7), with no more elements than reading it takes. */
export function dicomFile(image: GeneratedDicom): Uint8Array {
  const { width, height, bits, valueAt, photometric = 'MONOCHROME2', seriesDescription, window } = image;
  const bytesEach = bits === 8 ? 1 : 2;
  const pixels = Buffer.alloc(width * height * bytesEach);
  for (let i = 0; i < width * height; i++) {
    const value = valueAt(i % width, Math.floor(i / width));
    if (bytesEach === 1) pixels.writeUInt8(value, i);
    else pixels.writeUInt16LE(value, 2 * i);
  }
  const syntax = element(0x0002, 0x0010, 'UI', '1.2.840.10008.1.2.1');
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    element(0x0002, 0x0000, 'UL', uint32(syntax.length)),
    syntax,
    element(0x0008, 0x0016, 'UI', '1.2.840.10008.5.1.4.1.1.1.2'),
    element(0x0008, 0x0018, 'UI', '1.2.3.4'),
    element(0x0008, 0x0060, 'CS', 'MG'),
    ...(seriesDescription === undefined ? [] : [element(0x0008, 0x103e, 'LO', seriesDescription)]),
    element(0x0028, 0x0002, 'US', uint16(1)),
    element(0x0028, 0x0004, 'CS', photometric),
    element(0x0028, 0x0010, 'US', uint16(height)),
    element(0x0028, 0x0011, 'US', uint16(width)),
    element(0x0028, 0x0100, 'US', uint16(8 * bytesEach)),
    element(0x0028, 0x0101, 'US', uint16(bits)),
    element(0x0028, 0x0102, 'US', uint16(bits - 1)),
    element(0x0028, 0x0103, 'US', uint16(0)),
    ...(window === undefined
      ? []
      : [element(0x0028, 0x1050, 'DS', window[0]), element(0x0028, 0x1051, 'DS', window[1])]),
    element(0x7fe0, 0x0010, bytesEach === 1 ? 'OB' : 'OW', pixels),
  ]);
}

function element(group: number, number: number, vr: string, value: string | Buffer): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'latin1') : value;
  // A UID is filled up with a zero byte, other text with a space.
  const padding = bytes.length % 2 === 0 ? '' : vr === 'UI' || vr === 'OB' ? '\0' : ' ';
  const even = Buffer.concat([bytes, Buffer.from(padding)]);
  const head = [uint16(group), uint16(number), Buffer.from(vr)];
  const length = vr.startsWith('O') ? [uint16(0), uint32(even.length)] : [uint16(even.length)];
  return Buffer.concat([...head, ...length, even]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
