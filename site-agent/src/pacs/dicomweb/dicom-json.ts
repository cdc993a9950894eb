import { z } from 'zod';
import { isUid, type FoundInstance, type FoundSeries, type FoundStudy } from '../found.js';

/** Of PS3.6. */
export const TAGS = {
  studyDate: '00080020',
  modality: '00080060',
  modalitiesInStudy: '00080061',
  codeValue: '00080100',
  codingScheme: '00080102',
  studyDescription: '00081030',
  procedureCodes: '00081032',
  seriesDescription: '0008103E',
  sopUid: '00080018',
  view: '00185101',
  imageLaterality: '00200062',
  laterality: '00200060',
  studyUid: '0020000D',
  seriesUid: '0020000E',
  failedSops: '00081198',
} as const;

/** DICOM JSON Model (PS3.18, section F.2): elements by tag; attributes that nobody reads may be anything. */
const datasetSchema = z.record(z.string(), z.object({ Value: z.array(z.unknown()).optional() }).catch({}));
export const datasetsSchema = z.array(datasetSchema).max(100_000);
export type DicomJson = z.infer<typeof datasetSchema>;

/** @returns the first value of an element as text; null if there is none. */
function textOf(dataset: DicomJson, tag: string): string | null {
  const value = dataset[tag]?.Value?.[0];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** @returns null if the row does not name a study that can be asked for. */
export function studyOf(row: DicomJson): FoundStudy | null {
  const studyUid = textOf(row, TAGS.studyUid);
  if (!isUid(studyUid)) return null;
  return {
    studyUid,
    date: textOf(row, TAGS.studyDate),
    description: textOf(row, TAGS.studyDescription),
    procedureCodes: procedureCodesOf(row),
  };
}

/** The codes of a study's procedure, in a study's row or in the metadata of one of its instances. */
export function procedureCodesOf(dataset: DicomJson): FoundStudy['procedureCodes'] {
  return itemsOf(dataset, TAGS.procedureCodes).flatMap((item) => {
    const value = textOf(item, TAGS.codeValue);
    return value === null ? [] : [{ scheme: textOf(item, TAGS.codingScheme), value }];
  });
}

export function seriesOf(row: DicomJson, studyUid: string): FoundSeries | null {
  const seriesUid = textOf(row, TAGS.seriesUid);
  if (!isUid(seriesUid)) return null;
  return {
    studyUid,
    seriesUid,
    modality: textOf(row, TAGS.modality),
    description: textOf(row, TAGS.seriesDescription),
    laterality: textOf(row, TAGS.laterality),
  };
}

/** @param ofSeries - null: as the row says. */
export function instanceOf(row: DicomJson, studyUid: string, ofSeries: string | null): FoundInstance | null {
  const sopUid = textOf(row, TAGS.sopUid);
  const seriesUid = ofSeries ?? textOf(row, TAGS.seriesUid);
  if (!isUid(sopUid) || !isUid(seriesUid)) return null;
  return { studyUid, seriesUid, sopUid, view: textOf(row, TAGS.view), laterality: textOf(row, TAGS.imageLaterality) };
}

/** The items of a sequence. */
export function itemsOf(dataset: DicomJson, tag: string): DicomJson[] {
  const items = datasetsSchema.safeParse(dataset[tag]?.Value ?? []);
  return items.success ? items.data : [];
}
