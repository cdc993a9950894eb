import { isRefusal } from '@mammofed/core';
import type { DataCase } from '../layouts/layout.js';
import type { SplitPart } from '../split.js';
import type { DataFinding } from './findings.js';
import type { CaseMeasures } from './measure-case.js';

/** An image that was read and measured. */
export interface CheckedCase {
  readonly case: DataCase;
  readonly measures: CaseMeasures;
  readonly findings: readonly DataFinding[];
}

export interface DataCounts {
  readonly images: number;
  /** Unreadable ones and those with a finding that refuses them. */
  readonly refusedImages: number;
  /** Usable ones whose mask marks nothing: no region is cut from them. */
  readonly emptyMasks: number;
  /** Usable ones with something marked, and the patients that they are of. */
  readonly usableImages: number;
  readonly usablePatients: number;
  /** Usable images by split part. */
  readonly parts: Readonly<Record<SplitPart, number>>;
}

/** Whether an image is trained on as far as it goes by itself. */
export function isUsable({ findings }: CheckedCase): boolean {
  return !findings.some(isRefusal);
}

/** Finds images whose pixels stand under another patient already: they could be trained on and tested on. Asked in order. */
export function duplicateFinder(): (one: DataCase, measures: CaseMeasures) => readonly DataFinding[] {
  const patientOf = new Map<string, string>();
  return ({ file, patient }, { pixelHash }) => {
    const other = patientOf.get(pixelHash);
    if (other === undefined) patientOf.set(pixelHash, patient);
    if (other === undefined || other === patient) return [];
    return [{ code: 'duplicate-image', file, message: `${file}: the same pixels stand under another patient` }];
  };
}
