import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeSegmentation, openLayout, splitPart, type CaseImage } from '@mammofed/imaging';
import { markOf, type Mark } from './mark-search.js';

const DIGITAL_MAMMOGRAM = '1.2.840.10008.5.1.4.1.1.1.2';
const BY = { modelSha256: 'ab'.repeat(32), version: '0.0.0', atMs: Date.UTC(2020, 0, 1) };

/** What every header and every file name of the hospital holds. */
const NAME = 'Quittenbaumer^Leokadia';
const NUMBER = 'ACC-8842-ZQ17';
const BIRTH_DATE = '19310229';
const INSTITUTION = 'Marienhospital Sankt Quirin';
const PHYSICIAN = 'Dr. Xaverl Kornprobst';
const STUDY_ROOT = '1.2.276.0.7238010.99.77311';
const PATIENT = 'PATZQ-5521-';
const FILE = 'quittenbaumer_leokadia_mg';

export interface MarkedSite {
  readonly marks: readonly Mark[];
  /** Patient IDs. */
  readonly patients: readonly string[];
  /** Names, below the folder, of the images; each has a segmentation beside it. */
  readonly images: readonly string[];
}

/**
 * Turns a folder of drawn images into what a hospital's archive would export: DICOM mammograms and segmentations that name
 * the patient wherever DICOM has a place for it, one damaged object among them.
 * @param from - in the pairs layout, drawn for `study`.
 * @param names - whether folders and files are named after the patients too, or numbered.
 */
export async function writeMarkedDicom(
  from: string,
  to: string,
  study: string,
  names: 'patients' | 'numbers' = 'patients',
): Promise<MarkedSite> {
  const stem = names === 'patients' ? FILE : 'image';
  const images: string[] = [];
  const patients = new Map<string, string>();
  let next = 0;
  for (const one of (await openLayout(from)).cases) {
    // In the part of the split that it was drawn for.
    while (!patients.has(one.patient)) {
      const patient = `${PATIENT}${String(next++).padStart(4, '0')}`;
      if (splitPart(study, patient) === splitPart(study, one.patient)) patients.set(one.patient, patient);
    }
    const patient = patients.get(one.patient) as string;
    const image = await one.read();
    const dir = join(names === 'patients' ? `${NAME}-${patient}` : `case-${patients.size}`, 'mg');
    await mkdir(join(to, dir), { recursive: true });
    const file = join(dir, `${stem}_${images.length}.dcm`);
    const mammogram = mammogramOf(image, one.facts.laterality ?? 'L', patient, images.length);
    await writeFile(join(to, file), mammogram);
    if (image.mask === null) throw new Error('a drawn image without a mask');
    await writeFile(
      join(to, dir, `${stem}_${images.length}_seg.dcm`),
      encodeSegmentation(mammogram, 'the image', image.mask, BY),
    );
    images.push(file);
    if (images.length === 1) await writeFile(join(to, dir, `${stem}_damaged.dcm`), mammogram.subarray(0, 300));
  }
  const ids = [...patients.values()];
  return { marks: marksOf(ids, study), patients: ids, images };
}

/** UIDs of study, series and object of the image with this number. */
export function markedUids(index: number): {
  readonly study: string;
  readonly series: string;
  readonly object: string;
} {
  return { study: `${STUDY_ROOT}.1.${index}`, series: `${STUDY_ROOT}.2.${index}`, object: `${STUDY_ROOT}.3.${index}` };
}

/** What a PACS that hides nothing tells of an image in DICOM JSON, PS3.18, section F.2, and of its patient's name elsewhere. */
export function markedRow(index: number): object {
  const { study, series, object } = markedUids(index);
  const texts = {
    '00080018': object,
    '00080020': '20190612',
    '00080050': NUMBER,
    '00080060': 'MG',
    '00080080': INSTITUTION,
    '00080090': PHYSICIAN,
    '00081030': `Mammography of ${NAME}`,
    '0008103E': `Series of ${NAME}`,
    '00100010': NAME,
    '00100020': `${PATIENT}0001`,
    '00100030': BIRTH_DATE,
    // Neither is a view nor a side: what was typed where a code should be.
    '00185101': index % 2 === 0 ? 'CC' : NAME,
    '00200060': index % 2 === 0 ? 'L' : `${NAME}, ${BIRTH_DATE}`,
    '0020000D': study,
    '0020000E': series,
  };
  return Object.fromEntries(Object.entries(texts).map(([tag, text]) => [tag, { Value: [text] }]));
}

/** What a careless server says of a fault. */
export const MARKED_FAULT = `No such study of ${NAME} (${PATIENT}0001, born ${BIRTH_DATE}), ${STUDY_ROOT}.1.0`;

function marksOf(patients: readonly string[], study: string): Mark[] {
  const digest = (text: string): Uint8Array => createHash('sha256').update(text, 'utf8').digest();
  const splitDigest = (patient: string): Uint8Array => digest(`${study}\u001f${patient}`).subarray(0, 16);
  return [
    markOf('a patient name', NAME),
    markOf('a family name', 'Quittenbaumer'),
    markOf('a given name', 'Leokadia'),
    markOf('a patient id', PATIENT),
    markOf('an accession number', NUMBER),
    markOf('a birth date', BIRTH_DATE),
    markOf('a birth date with dashes', '1931-02-29'),
    markOf('an institution', INSTITUTION),
    markOf('a physician', PHYSICIAN),
    markOf('a UID', STUDY_ROOT),
    markOf('a file name', FILE),
    // Whoever has a list of ids can hash them too: no plain hash of one may leave either, nor what the split is made of.
    // The first half: the whole begins with it, however it is written.
    ...patients.slice(0, 3).flatMap((patient, i) => [
      { what: `the hash of patient id ${i}`, bytes: digest(patient).subarray(0, 16) },
      { what: `the hash of patient id ${i} by which the split is made`, bytes: splitDigest(patient) },
    ]),
  ];
}

function mammogramOf({ pixels }: CaseImage, laterality: string, patient: string, index: number): Buffer {
  const uids = markedUids(index);
  const values = Uint16Array.from(pixels.grey);
  return part10({
    '00080016 UI': DIGITAL_MAMMOGRAM,
    '00080018 UI': uids.object,
    '00080020 DA': '20190612',
    '00080050 SH': NUMBER,
    '00080060 CS': 'MG',
    '00080068 CS': 'FOR PRESENTATION',
    '00080080 LO': INSTITUTION,
    '00080090 PN': PHYSICIAN,
    '00081030 LO': `Mammography of ${NAME}`.slice(0, 64),
    '0008103E LO': `Series of ${NAME}`.slice(0, 64),
    '00100010 PN': NAME,
    '00100020 LO': patient,
    '00100030 DA': BIRTH_DATE,
    '00104000 LT': `${NAME}, born ${BIRTH_DATE}, of ${INSTITUTION}`,
    '00181164 DS': '0.3\\0.3',
    '00185101 CS': 'CC',
    '0020000D UI': uids.study,
    '0020000E UI': uids.series,
    '00200062 CS': laterality,
    '00280002 US': [1],
    '00280004 CS': 'MONOCHROME2',
    '00280010 US': [pixels.height],
    '00280011 US': [pixels.width],
    '00280100 US': [16],
    '00280101 US': [12],
    '00280102 US': [11],
    '00280103 US': [0],
    '7FE00010 OW': values,
  });
}

type Value = string | readonly number[] | Uint16Array;

/** Explicit VR little endian. @see DICOM PS3.10 7.1, PS3.5 7.1.2. */
function part10(elements: Readonly<Record<string, Value>>): Buffer {
  const meta = Buffer.concat([
    element('00020002 UI', DIGITAL_MAMMOGRAM),
    element('00020003 UI', elements['00080018 UI'] as string),
    element('00020010 UI', '1.2.840.10008.1.2.1'),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  const metaLength = Buffer.concat([Buffer.from([2, 0, 0, 0]), Buffer.from('UL'), Buffer.from([4, 0]), length]);
  const body = Object.entries(elements).map(([tag, value]) => element(tag, value));
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), metaLength, meta, ...body]);
}

function element(tag: string, value: Value): Buffer {
  const vr = tag.slice(9);
  const bytes =
    typeof value === 'string'
      ? Buffer.from(value.length % 2 === 0 ? value : value + (vr === 'UI' ? '\0' : ' '), 'latin1')
      : Buffer.from(Uint16Array.from(value).buffer);
  const isLong = vr === 'OW';
  const head = Buffer.alloc(isLong ? 12 : 8);
  head.writeUInt16LE(parseInt(tag.slice(0, 4), 16), 0);
  head.writeUInt16LE(parseInt(tag.slice(4, 8), 16), 2);
  head.write(vr, 4, 'latin1');
  if (isLong) head.writeUInt32LE(bytes.length, 8);
  else head.writeUInt16LE(bytes.length, 6);
  return Buffer.concat([head, bytes]);
}
