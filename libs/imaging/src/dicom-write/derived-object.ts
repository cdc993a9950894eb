import { randomUUID } from 'node:crypto';
import dcmjs from 'dcmjs';
import { IMPLEMENTATION_UID } from '../dicom/implementation.js';
import { ImagingError } from '../errors.js';

const { DicomMessage, DicomMetaDictionary, DicomDict } = dcmjs.data;
// It would tell of every odd value, with the value.
dcmjs.log.setLevel('error');

export type Attributes = Record<string, unknown>;

/** What a result says of where it is from. */
export interface DerivedBy {
  /** SHA-256 of the model's file, hexadecimal. */
  readonly modelSha256: string;
  /** Of this software. */
  readonly version: string;
  readonly atMs: number;
}

/** Stands in everything that is written from a prediction, where a person reads it. */
export const RESEARCH_USE_ONLY = 'Research use only';

/** Modules of the patient, the study and the frame of reference: a result stands beside its image in the archive. */
const COPIED = [
  'PatientName',
  'PatientID',
  'IssuerOfPatientID',
  'PatientBirthDate',
  'PatientSex',
  'PatientAge',
  'StudyInstanceUID',
  'StudyDate',
  'StudyTime',
  'StudyID',
  'StudyDescription',
  'AccessionNumber',
  'ReferringPhysicianName',
  'PatientOrientation',
  'ImageLaterality',
  'FrameOfReferenceUID',
  'PositionReferenceIndicator',
] as const;

/** These have to be there, empty if need be (type 2). */
const NEEDED = [
  'PatientName',
  'PatientID',
  'PatientBirthDate',
  'PatientSex',
  'StudyDate',
  'StudyTime',
  'StudyID',
  'AccessionNumber',
  'ReferringPhysicianName',
] as const;

/** The image that a result is made from. */
export interface SourceObject {
  readonly attributes: Attributes;
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly seriesUid: string;
}

/**
 * Reads what of an image's header goes into objects that are derived from it.
 * @param bytes - a file that `readDicomImage` reads.
 * @throws ImagingError `unsupported-dicom` if it lacks what others refer to it by.
 */
export function sourceObject(bytes: Uint8Array, name: string): SourceObject {
  const refuse = (why: string, cause?: unknown): never => {
    throw new ImagingError('unsupported-dicom', `${name} ${why}, so that no result can refer to it.`, {}, cause);
  };
  let attributes: Attributes;
  try {
    const exact = Uint8Array.from(bytes).buffer;
    const { dict } = DicomMessage.readFile(exact, { untilTag: '7FE00010', includeUntilTagValue: false });
    attributes = DicomMetaDictionary.naturalizeDataset(dict);
  } catch (error) {
    return refuse('has a header that cannot be copied', error);
  }
  const uid = (attribute: string): string => {
    const value = attributes[attribute];
    return typeof value === 'string' && value !== '' ? value : refuse(`has no ${attribute}`);
  };
  uid('StudyInstanceUID');
  return {
    attributes,
    sopClassUid: uid('SOPClassUID'),
    sopInstanceUid: uid('SOPInstanceUID'),
    seriesUid: uid('SeriesInstanceUID'),
  };
}

/** What every object that is derived from an image has, of whatever kind it is. */
export function derivedAttributes(source: SourceObject, { modelSha256, version, atMs }: DerivedBy): Attributes {
  const { date, time } = dateAndTime(atMs);
  const copied: Attributes = {};
  for (const attribute of NEEDED) copied[attribute] = '';
  for (const attribute of COPIED) {
    const value = source.attributes[attribute];
    if (value !== undefined && value !== null) copied[attribute] = value;
  }
  return {
    // Of what was copied, dcmjs makes Unicode.
    SpecificCharacterSet: 'ISO_IR 192',
    ...copied,
    PatientOrientation: copied['PatientOrientation'] ?? '',
    SOPInstanceUID: newUid(),
    SeriesInstanceUID: newUid(),
    SeriesNumber: 9900,
    InstanceNumber: 1,
    SeriesDate: date,
    SeriesTime: time,
    ContentDate: date,
    ContentTime: time,
    Manufacturer: 'MammoFed',
    ManufacturerModelName: `MammoFed model ${modelSha256.slice(0, 12)}`,
    DeviceSerialNumber: modelSha256,
    SoftwareVersions: version,
    SeriesDescription: `MammoFed, ${RESEARCH_USE_ONLY.toLowerCase()}`,
  };
}

/** @returns a Part 10 file, explicit VR little endian. */
export function encodeObject(sopClassUid: string, dataset: Attributes): Uint8Array {
  const instance = dataset['SOPInstanceUID'] as string;
  const file = new DicomDict({
    '00020001': { vr: 'OB', Value: [new Uint8Array([0, 1]).buffer] },
    '00020002': { vr: 'UI', Value: [sopClassUid] },
    '00020003': { vr: 'UI', Value: [instance] },
    '00020010': { vr: 'UI', Value: ['1.2.840.10008.1.2.1'] },
    '00020012': { vr: 'UI', Value: [IMPLEMENTATION_UID] },
    '00020013': { vr: 'SH', Value: ['MAMMOFED'] },
  });
  file.dict = DicomMetaDictionary.denaturalizeDataset({ ...dataset, SOPClassUID: sopClassUid });
  return new Uint8Array(file.write());
}

/** @see DICOM PS3.5 B.2: a UUID as a decimal under 2.25. */
export function newUid(): string {
  return `2.25.${BigInt(`0x${randomUUID().replaceAll('-', '')}`)}`;
}

function dateAndTime(atMs: number): { readonly date: string; readonly time: string } {
  const digits = new Date(atMs).toISOString().replace(/\D/g, '');
  return { date: digits.slice(0, 8), time: digits.slice(8, 14) };
}
