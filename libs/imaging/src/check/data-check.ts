import type { DataContract } from '@mammofed/core';
import { ImagingError } from '../errors.js';
import type { CaseListing, RefusedCase } from '../layouts/layout.js';
import { splitPart, type SplitPart } from '../split.js';
import { allImagesFindings } from './all-images-findings.js';
import { caseFindings } from './case-findings.js';
import { duplicateFinder, isUsable, type CheckedCase, type DataCounts } from './checked-case.js';
import type { DataFinding } from './findings.js';
import type { SmallCase } from './mask-fit.js';
import { measureCase, type MeasuredImage } from './measure-case.js';

/** What was found of a folder. It names files and stays at the site. */
export interface DataCheck {
  readonly layout: CaseListing['layout'];
  /** Read and measured, in the order of file names. */
  readonly checked: readonly CheckedCase[];
  /** Could not be read. */
  readonly refused: readonly RefusedCase[];
  readonly unlistedImages: number;
  /** About all images together. */
  readonly findings: readonly DataFinding[];
  readonly counts: DataCounts;
}

export interface DataCheckOptions {
  readonly contract: DataContract;
  /** Decides the split together with the patient. */
  readonly study: string;
  readonly signal?: AbortSignal;
  /** What an earlier call that was broken off has measured of the same folder, by file; images in it are not read again. */
  readonly measured?: Map<string, MeasuredImage>;
  /** Called after each image. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads every image once, one at a time, and holds it to the contract. Nothing is written and nothing leaves.
 * @throws the signal's reason.
 */
export async function checkData(listing: CaseListing, options: DataCheckOptions): Promise<DataCheck> {
  const { contract, study, signal, onProgress, measured = new Map<string, MeasuredImage>() } = options;
  const checked: CheckedCase[] = [];
  const refused: RefusedCase[] = [...listing.refused];
  const smalls: (SmallCase | null)[] = [];
  const duplicatesOf = duplicateFinder();
  for (const [i, one] of listing.cases.entries()) {
    signal?.throwIfAborted();
    try {
      const known = measured.get(one.file) ?? measureCase(await one.read());
      measured.set(one.file, known);
      const { measures, small } = known;
      const findings = [...caseFindings(one, measures, contract), ...duplicatesOf(one, measures)];
      checked.push({ case: one, measures, findings });
      smalls.push(small);
    } catch (error) {
      if (!(error instanceof ImagingError)) throw error;
      refused.push({ file: one.file, code: error.code, message: error.message });
    }
    onProgress?.(i + 1, listing.cases.length);
  }
  const counts = countsOf(checked, refused, study);
  return {
    layout: listing.layout,
    checked,
    refused,
    unlistedImages: listing.unlistedImages,
    findings: allImagesFindings(checked, smalls, counts, contract),
    counts,
  };
}

function countsOf(checked: readonly CheckedCase[], refused: readonly RefusedCase[], study: string): DataCounts {
  const usable = checked.filter(isUsable);
  const marked = usable.filter(({ measures }) => measures.mask !== null);
  const parts: Record<SplitPart, number> = { train: 0, validation: 0, test: 0 };
  for (const { case: one } of marked) parts[splitPart(study, one.patient)]++;
  return {
    images: checked.length + refused.length,
    refusedImages: checked.length - usable.length + refused.length,
    emptyMasks: usable.length - marked.length,
    usableImages: marked.length,
    usablePatients: new Set(marked.map(({ case: one }) => one.patient)).size,
    parts,
  };
}
