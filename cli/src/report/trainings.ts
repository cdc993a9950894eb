import type { ExperimentRow } from '../demo/figures.js';
import { kindText, type ExperimentKind } from '../demo/experiments.js';

/** The colour of a kind of training through the whole report. */
export const KIND_STYLES: Readonly<Record<ExperimentKind, string>> = { federated: 'c0', pooled: 'c1', local: 'c2' };

/** The row that stands for a kind of training as a whole: of local-only models the one over all of them. */
export function isWhole({ kind, site }: Pick<ExperimentRow, 'kind' | 'site'>): boolean {
  return kind !== 'local' || site === null;
}

/** `federated`, `local-only at site-1`, `local-only, all sites`. */
export function trainingKindText({ kind, site }: Pick<ExperimentRow, 'kind' | 'site'>): string {
  if (kind !== 'local') return kindText(kind);
  return site === null ? `${kindText(kind)}, all sites` : `${kindText(kind)} at ${site}`;
}

/** What a kind of training is, in a sentence. */
export const KIND_NOTES = [
  'Federated: the sites train one model together.',
  'Pooled: one model from all images in one place, which hospitals cannot do.',
  'Local-only: every site’s own model on its own test images.',
].join(' ');
