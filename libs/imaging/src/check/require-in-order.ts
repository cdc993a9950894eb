import { isRefusal, type DataContract } from '@mammofed/core';
import { ImagingError } from '../errors.js';
import type { CaseImage, DataCase, RefusedCase } from '../layouts/layout.js';
import { allImagesFindings } from './all-images-findings.js';
import { caseFindings } from './case-findings.js';
import type { CheckedCase, DataCounts } from './checked-case.js';
import type { DataFinding } from './findings.js';
import type { SmallCase } from './mask-fit.js';
import { measureCase } from './measure-case.js';

/** An image that is in order by itself, with what is compared with the others'. */
export interface MeasuredCase {
  readonly checked: CheckedCase;
  readonly small: SmallCase | null;
}

/** @throws ImagingError `breaks-contract` with everything that keeps the image from being trained on. */
export function inOrder(one: DataCase, image: CaseImage, contract: DataContract): MeasuredCase {
  const { measures, small } = measureCase(image);
  const findings = caseFindings(one, measures, contract);
  const refusals = findings.filter(isRefusal);
  if (refusals.length > 0) {
    const { code, message } = refusalOf(one.file, refusals);
    throw new ImagingError(code, message);
  }
  return { checked: { case: one, measures, findings }, small };
}

/** @throws ImagingError `data-refused` if all images together show that something is wrong with how they were exported. */
export function requireInOrder(measured: readonly MeasuredCase[], counts: DataCounts, contract: DataContract): void {
  const checked = measured.map((one) => one.checked);
  const refusals = allImagesFindings(
    checked,
    measured.map(({ small }) => small),
    counts,
    contract,
  ).filter(isRefusal);
  if (refusals.length === 0) return;
  throw new ImagingError('data-refused', `Nothing is trained: ${inWords(refusals)}`);
}

/** @returns how a listing says that an image is left out for these findings. */
export function refusalOf(file: string, findings: readonly DataFinding[]): RefusedCase {
  return { file, code: 'breaks-contract', message: inWords(findings) };
}

function inWords(findings: readonly DataFinding[]): string {
  const why = findings.map(({ code, message }) => `${message} (${code})`).join('; ');
  return `${why}. Run mammofed site data check to see what to do.`;
}
