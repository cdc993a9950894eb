/** A range, both ends included. */
export interface ValueRange {
  readonly least: number;
  readonly most: number;
}

/**
 * What a study asks of every site's images and masks before anything is trained on them. What is null is not asked; where an
 * image does not say what is asked, that is flagged and the image is used.
 */
export interface DataContract {
  /** DICOM modalities (0008,0060), such as MG. */
  readonly modalities: readonly string[] | null;
  /** DICOM view positions (0018,5101), such as CC, MLO. */
  readonly views: readonly string[] | null;
  /** DICOM's presentation intent (0008,0068). */
  readonly presentation: 'for-presentation' | 'for-processing' | null;
  /** Distance of neighbouring pixels, millimetres. */
  readonly spacingMm: ValueRange | null;
  /** What the masks outline, in words: a person compares it with what was outlined at the site. */
  readonly label: string;
  /** Whether boxes or circles may stand for outlines. */
  readonly allowsWeakMasks: boolean;
  /** Fewest images with something marked, and patients that they are of. */
  readonly minImages: number;
  readonly minPatients: number;
  /** What a mask may mark, as a share of the breast's area. */
  readonly maskShare: ValueRange | null;
}

/** Asks for nothing beyond what training needs: what `mammofed site data check` goes by where a study says nothing. */
export const OPEN_DATA_CONTRACT: DataContract = {
  modalities: null,
  views: null,
  presentation: null,
  spacingMm: null,
  label: 'mass',
  allowsWeakMasks: true,
  minImages: 15,
  minPatients: 3,
  maskShare: { least: 0.0001, most: 0.9 },
};

const CODE = /^[A-Z][A-Z0-9_ ]{0,15}$/;

/** @returns every problem of the contract, in words; empty if it is sound. */
export function dataContractProblems(contract: DataContract): string[] {
  const { modalities, views, spacingMm, label, minImages, minPatients, maskShare } = contract;
  const problems: string[] = [];
  for (const [name, codes] of [
    ['modalities', modalities],
    ['views', views],
  ] as const) {
    if (codes === null) continue;
    if (codes.length === 0 || codes.length > 32) problems.push(`dataContract.${name} must have from 1 to 32 codes`);
    const bad = codes.find((code) => !CODE.test(code));
    if (bad !== undefined) problems.push(`dataContract.${name} has ${JSON.stringify(bad)}, which is no DICOM code`);
  }
  if (label.length === 0 || label.length > 64) problems.push('dataContract.label must have from 1 to 64 characters');
  problems.push(...rangeProblems('spacingMm', spacingMm, 10), ...rangeProblems('maskShare', maskShare, 1));
  for (const [name, count] of Object.entries({ minImages, minPatients })) {
    if (!Number.isInteger(count) || count < 0 || count > 1_000_000)
      problems.push(`dataContract.${name} must be a whole number from 0 to 1000000, not ${count}`);
  }
  return problems;
}

function rangeProblems(name: string, range: ValueRange | null, most: number): string[] {
  if (range === null || (range.least >= 0 && range.least <= range.most && range.most <= most)) return [];
  return [`dataContract.${name} must be a range within 0 and ${most}, not ${range.least} to ${range.most}`];
}
