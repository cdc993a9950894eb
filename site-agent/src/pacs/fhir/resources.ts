import { z } from 'zod';
import { isUid } from '../found.js';

const coding = z.object({ system: z.string().optional(), code: z.string().optional() });
const concept = z.object({ coding: z.array(coding).default([]) });
const reference = z.object({ reference: z.string().optional() });

/** A page of a search (R4, Bundle of type searchset). */
export const bundleSchema = z.object({
  resourceType: z.literal('Bundle'),
  link: z.array(z.object({ relation: z.string(), url: z.string() })).default([]),
  entry: z.array(z.object({ resource: z.unknown() })).default([]),
});

export const conditionSchema = z.object({
  resourceType: z.literal('Condition'),
  verificationStatus: concept.optional(),
  code: concept.optional(),
  subject: reference,
});

export const reportSchema = z.object({
  resourceType: z.literal('DiagnosticReport'),
  status: z.string(),
  conclusionCode: z.array(concept).default([]),
  imagingStudy: z.array(reference).default([]),
});

export const imagingStudySchema = z.object({
  resourceType: z.literal('ImagingStudy'),
  id: z.string().optional(),
  status: z.string(),
  identifier: z.array(z.object({ system: z.string().optional(), value: z.string().optional() })).default([]),
  reasonCode: z.array(concept).default([]),
});

export type Concept = z.infer<typeof concept>;
export type ImagingStudy = z.infer<typeof imagingStudySchema>;

/** What a condition, a report or a study is that was never so, or is not yet. */
const NOT_SO = ['entered-in-error', 'cancelled', 'refuted', 'registered', 'unknown'];

/** Whether a resource's status says that it counts. */
export function isSo(status: string): boolean {
  return !NOT_SO.includes(status);
}

/** Whether a condition is one, as far as its verification goes. */
export function isVerified(verificationStatus: Concept | undefined): boolean {
  return verificationStatus?.coding.every(({ code = '' }) => isSo(code)) ?? true;
}

/**
 * The Study Instance UID of an ImagingStudy: its identifier of system urn:dicom:uid, written as urn:oid:UID.
 * @returns null if it has none.
 * @see R4, ImagingStudy.identifier.
 */
export function studyUidOf({ identifier }: ImagingStudy): string | null {
  for (const { system, value } of identifier) {
    const uid = value?.replace(/^urn:oid:/, '');
    if (system === 'urn:dicom:uid' && isUid(uid)) return uid;
  }
  return null;
}

/**
 * The id of a resource that another refers to, on the same server.
 * @returns null if it is of another type, or refers to what is contained or elsewhere.
 */
export function referredId(text: string | undefined, type: 'Patient' | 'ImagingStudy'): string | null {
  // A literal reference is TYPE/ID, or that at the end of an address (R4, section 2.3.0.1); ids have no other characters.
  return (
    new RegExp(`(?:^|/)${type}/([A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]{1,64})?$`).exec(text ?? '')?.[1] ?? null
  );
}
