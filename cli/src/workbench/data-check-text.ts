import { counted, textTable } from '../formats.js';
import { printable } from '../screen.js';

/** Images in each bin, by measure; see libs/imaging/src/check/statistics.ts. */
export type Statistics = Readonly<Record<string, readonly number[]>>;

export interface ShownFinding {
  readonly code: string;
  readonly file: string | null;
  readonly message: string;
  readonly verdict: 'refused' | 'flagged';
  readonly next: string;
}

/** What `site data check --json` prints, but for the pictures; made by site-agent/src/workbench/check-data.ts. */
export interface DataCheckResult {
  readonly mayTrain: boolean;
  readonly layout: string;
  readonly study: string;
  readonly contract: { readonly label: string };
  readonly counts: {
    readonly images: number;
    readonly refusedImages: number;
    readonly emptyMasks: number;
    readonly usableImages: number;
    readonly usablePatients: number;
    readonly parts: Readonly<Record<'train' | 'validation' | 'test', number>>;
  };
  readonly unlistedImages: number;
  /** Could not be read. */
  readonly refused: readonly { readonly file: string; readonly code: string; readonly message: string }[];
  readonly findings: readonly ShownFinding[];
  readonly statistics: Statistics;
  /** Upper ends of the bins; null is without end. */
  readonly bins: Readonly<Record<string, readonly (number | null)[]>>;
  /** The coordinator's sum that they were compared with; null: with none, or with files. */
  readonly consortium: { readonly sites: number; readonly receivedAtMs: number } | null;
  readonly shared: Statistics | null;
  readonly samples: readonly { readonly file: string; readonly codes: readonly string[]; readonly png: string }[];
}

/** Files that are named of each code. */
const NAMED_FILES = 5;

/** The check as lines of text. */
export function dataCheckLines(result: DataCheckResult): string[] {
  const { layout, study, contract, counts, unlistedImages, consortium, mayTrain } = result;
  const { train, validation, test } = counts.parts;
  const rows = [
    ['images', String(counts.images)],
    ['refused', String(counts.refusedImages)],
    ['with an empty mask', String(counts.emptyMasks)],
    ...(unlistedImages > 0 ? [['not in the index', String(unlistedImages)]] : []),
    ['usable', `${counts.usableImages} of ${counted(counts.usablePatients, 'patient')}`],
    ['split by patient', `train ${train}, validation ${validation}, test ${test}`],
  ];
  return [
    `Layout ${layout}; study ${printable(study)}; masks outline: ${printable(contract.label)}`,
    ...textTable(rows).map((line) => `  ${line}`),
    ...(consortium === null
      ? []
      : [
          `Compared with the counts of ${consortium.sites} other sites of this study, as of ${new Date(consortium.receivedAtMs).toISOString()}`,
        ]),
    ...findingGroups(result).flatMap((group) => groupLines(group)),
    mayTrain ? 'These data can be trained on.' : 'A study would train nothing on these data.',
  ];
}

/** Findings of one code. */
export interface FindingGroup {
  readonly code: string;
  readonly verdict: 'refused' | 'flagged';
  readonly messages: readonly string[];
  readonly next: string | null;
}

/** About all images first, then what refuses images, then what flags them; in each the most frequent first. */
export function findingGroups({ refused, findings }: DataCheckResult): FindingGroup[] {
  const groups = new Map<
    string,
    { verdict: 'refused' | 'flagged'; messages: string[]; next: string | null; rank: number }
  >();
  const add = (
    code: string,
    verdict: 'refused' | 'flagged',
    message: string,
    next: string | null,
    rank: number,
  ): void => {
    const group = groups.get(code) ?? { verdict, messages: [], next, rank };
    group.messages.push(message);
    groups.set(code, group);
  };
  for (const { code, file, message, verdict, next } of findings) {
    add(code, verdict, message, next, (file === null ? 0 : 2) + (verdict === 'refused' ? 0 : 1));
  }
  // Their messages say what to do.
  for (const { code, message } of refused) add(code, 'refused', message, null, 2);
  return [...groups]
    .sort(([, a], [, b]) => a.rank - b.rank || b.messages.length - a.messages.length)
    .map(([code, { verdict, messages, next }]) => ({ code, verdict, messages, next }));
}

function groupLines({ code, verdict, messages, next }: FindingGroup): string[] {
  return [
    `${verdict === 'refused' ? 'Refused' : 'Flagged'}, ${code} (${messages.length}):`,
    ...messages.slice(0, NAMED_FILES).map((message) => `  ${printable(message)}`),
    ...(messages.length > NAMED_FILES ? [`  … ${messages.length - NAMED_FILES} more`] : []),
    ...(next === null ? [] : [`  → ${next}`]),
  ];
}
