import type { CaseFacts, Laterality } from './layout.js';

/** L, R, left, right in any case. */
export function lateralityOf(text: string | undefined): Laterality | null {
  const match = /^(?:(l)(?:eft)?|(r)(?:ight)?)$/i.exec(text?.trim() ?? '');
  if (match === null) return null;
  return match[1] === undefined ? 'R' : 'L';
}

/** A view by its abbreviation (DICOM PS3.16, context group 4014), in capitals. */
export function viewOf(text: string | undefined): string | null {
  const view = text?.trim().toUpperCase() ?? '';
  return /^[A-Z]{2,5}$/.test(view) ? view : null;
}

/** ACR category a to d, also as 1 to 4 (its names up to the fourth edition), with or without a word before it. */
export function densityOf(text: string | undefined): CaseFacts['density'] {
  const match = /^(?:(?:acr|bi-?rads|density)[ _-]*)?([a-d1-4])$/i.exec(text?.trim() ?? '');
  if (match === null) return null;
  const letters = ['a', 'b', 'c', 'd'] as const;
  const said = match[1].toLowerCase();
  return letters.find((letter, i) => said === letter || said === String(i + 1)) ?? null;
}

/** Malignant or benign by the word's beginning, so that 'BENIGN_WITHOUT_CALLBACK' is benign; also M and B. */
export function pathologyOf(text: string | undefined): CaseFacts['pathology'] {
  const said = text?.trim().toLowerCase() ?? '';
  if (said === 'm' || said.startsWith('malignant')) return 'malignant';
  return said === 'b' || said.startsWith('benign') ? 'benign' : null;
}

/** Of several findings: malignant if any is. */
export function worstPathology(all: readonly CaseFacts['pathology'][]): CaseFacts['pathology'] {
  if (all.includes('malignant')) return 'malignant';
  return all.includes('benign') ? 'benign' : null;
}

/** The facts of a row whose columns are named after them. */
export function factsOfColumns(columns: Readonly<Record<string, string>>): CaseFacts {
  return {
    laterality: lateralityOf(columns['laterality'] ?? columns['side']),
    view: viewOf(columns['view']),
    pathology: pathologyOf(columns['pathology']),
    density: densityOf(columns['density']),
  };
}
