/** What a test writes under one tag: text, 16-bit numbers, bytes, or the items of a sequence. */
export type TestValue = string | readonly number[] | Uint8Array | readonly TestElements[];

/** Elements by `GGGGEEEE VR`. */
export type TestElements = Readonly<Record<string, TestValue>>;

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const LONG = new Set(['OB', 'OW', 'SQ', 'UN', 'UT']);
const CT_TAG = /^([0-9A-F]{4})([0-9A-F]{4}) ([A-Z]{2})$/;

/** @returns a DICOM file in explicit little endian, elements sorted by tag; pixel data may be given as whole fragments. */
export function dicomFile(elements: TestElements, transferSyntax = EXPLICIT_LITTLE_ENDIAN): Uint8Array {
  const meta = dataSet({ '00020010 UI': transferSyntax });
  const metaLength = dataSet({ '00020000 UL': Uint8Array.of(meta.length, 0, 0, 0) });
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), metaLength, meta, dataSet(elements)]);
}

/** @returns a DICOM file whose pixel data are an empty table of offsets and the fragments, as they are in compressed syntaxes. */
export function encapsulatedFile(
  elements: TestElements,
  transferSyntax: string,
  ...fragments: readonly Uint8Array[]
): Uint8Array {
  const header = Object.fromEntries(Object.entries(elements).filter(([key]) => !key.startsWith('7FE0')));
  const item = (bytes: Uint8Array): Buffer => {
    const head = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
    head.writeUInt32LE(bytes.length, 4);
    return Buffer.concat([head, bytes]);
  };
  const head = Buffer.from([0xe0, 0x7f, 0x10, 0, 0x4f, 0x42, 0, 0, 0xff, 0xff, 0xff, 0xff]);
  const end = Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]);
  return Buffer.concat([dicomFile(header, transferSyntax), head, item(new Uint8Array(0)), ...fragments.map(item), end]);
}

/** @returns the elements alone, explicit little endian. */
export function dataSet(elements: TestElements): Buffer {
  const entries = Object.entries(elements).sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.concat(entries.map(([key, value]) => element(key, value)));
}

function element(key: string, value: TestValue): Buffer {
  const [, group, number, vr] = CT_TAG.exec(key) ?? [];
  if (vr === undefined) throw new Error(`no tag and VR: ${key}`);
  const bytes = bytesOf(value);
  const head = Buffer.alloc(LONG.has(vr) ? 12 : 8);
  head.writeUInt16LE(parseInt(group, 16), 0);
  head.writeUInt16LE(parseInt(number, 16), 2);
  head.write(vr, 4, 'latin1');
  if (LONG.has(vr)) head.writeUInt32LE(bytes.length, 8);
  else head.writeUInt16LE(bytes.length, 6);
  return Buffer.concat([head, bytes]);
}

function bytesOf(value: TestValue): Buffer {
  if (typeof value === 'string') return Buffer.from(value.length % 2 === 0 ? value : `${value} `, 'latin1');
  if (value instanceof Uint8Array) return Buffer.concat([value, Buffer.alloc(value.length % 2)]);
  if (isWords(value)) return Buffer.from(Uint16Array.from(value).buffer);
  return Buffer.concat(
    value.map((item) => {
      const content = dataSet(item);
      const head = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
      head.writeUInt32LE(content.length, 4);
      return Buffer.concat([head, content]);
    }),
  );
}

function isWords(value: readonly number[] | readonly TestElements[]): value is readonly number[] {
  return typeof value[0] === 'number';
}

/** A mammogram of 4x2 pixels of 12 bits, right, MLO, for presentation. */
export const MAMMOGRAM: TestElements = {
  '00080008 CS': 'ORIGINAL\\PRIMARY',
  '00080016 UI': '1.2.840.10008.5.1.4.1.1.1.2',
  '00080018 UI': '1.2.3.4',
  '00080060 CS': 'MG',
  '00080068 CS': 'FOR PRESENTATION',
  '00100020 LO': 'patient-1',
  '00181164 DS': '0.07\\0.07',
  '00185101 CS': 'MLO',
  '00200062 CS': 'R',
  '00280002 US': [1],
  '00280004 CS': 'MONOCHROME2',
  '00280010 US': [2],
  '00280011 US': [4],
  '00280100 US': [16],
  '00280101 US': [12],
  '00280102 US': [11],
  '00280103 US': [0],
  '7FE00010 OW': [0, 1, 2, 3, 4092, 4093, 4094, 4095],
};

/** @returns a binary segmentation of 4x2 pixels, one frame for each segment, of the mammogram `source`. */
export function segmentationOf(
  source: string,
  segments: readonly { readonly label: string; readonly bits: string }[],
  differences: TestElements = {},
): TestElements {
  return {
    '00080016 UI': '1.2.840.10008.5.1.4.1.1.66.4',
    '00080018 UI': `${source}.99`,
    '00080060 CS': 'SEG',
    '00081115 SQ': [{ '0008114A SQ': [{ '00081155 UI': source }] }],
    '00100020 LO': 'patient-1',
    '00280002 US': [1],
    '00280004 CS': 'MONOCHROME2',
    '00280008 IS': String(segments.length),
    '00280010 US': [2],
    '00280011 US': [4],
    '00280100 US': [1],
    '00280101 US': [1],
    '00280102 US': [0],
    '00280103 US': [0],
    '00620001 CS': 'BINARY',
    '00620002 SQ': segments.map(({ label }, i) => ({ '00620004 US': [i + 1], '00620005 LO': label })),
    '52009230 SQ': segments.map((_, i) => ({
      '00089124 SQ': [{ '00082112 SQ': [{ '00081155 UI': source }] }],
      '0062000A SQ': [{ '0062000B US': [i + 1] }],
    })),
    '7FE00010 OB': packed(segments.map(({ bits }) => bits).join('')),
    ...differences,
  };
}

/** @param bits - '0' and '1', the first in the lowest bit of the first byte. */
function packed(bits: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  [...bits].forEach((bit, i) => (bytes[i >> 3] |= Number(bit) << (i & 7)));
  return bytes;
}
