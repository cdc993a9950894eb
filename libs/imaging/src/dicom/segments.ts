import type { Elements } from './elements.js';

/** One segment of a segmentation, in the words of whoever made it. */
export interface Segment {
  /** From 1 on; 0 is a label map's background. */
  readonly number: number;
  readonly label: string;
  /** Code and meaning of what it shows; null where it is not coded. */
  readonly type: { readonly code: string; readonly meaning: string } | null;
}

/** @see DICOM PS3.3 C.8.20.4. */
export function segmentsOf(elements: Elements): readonly Segment[] {
  return elements.items('x00620002').flatMap((item) => {
    const number = item.uint16('x00620004');
    if (number === null) return [];
    const [type] = item.items('x0062000f');
    return [
      {
        number,
        label: item.text('x00620005') ?? '',
        type: type === undefined ? null : { code: type.text('x00080100') ?? '', meaning: type.text('x00080104') ?? '' },
      },
    ];
  });
}

/** Codes of Mass, SNOMED CT and SNOMED RT. */
const MASS_CODES = new Set(['4147007', 'M-03000']);
/** Words by which radiologists name a mass that they outline, in a label or in a code's meaning. */
const MASS_WORDS = /\b(mass(es)?|lesions?|nodules?|tumou?rs?|neoplasms?|carcinomas?|cancers?)\b/i;
/** A region that says what it is not, or what it lies around. */
const OTHER_WORDS = /\b(no|non|not|without|background|calcifications?|breast tissue)\b/i;

/** Which segments are taken for masses. */
export interface MassChoice {
  /** Segment numbers, not empty. */
  readonly segments: readonly number[];
  /** The only segment of an object, taken for a mass although nothing calls it one. */
  readonly isGuess: boolean;
}

/**
 * The segments that outline a mass, by code or by word; the only segment of an object that says nothing against it.
 * @returns null if there is none: what the object marks is not known, and its images are no negatives either.
 */
export function chooseMasses(segments: readonly Segment[]): MassChoice | null {
  const marking = segments.filter(({ number }) => number !== 0);
  const masses = marking.filter(isMass);
  if (masses.length > 0) return { segments: masses.map(({ number }) => number), isGuess: false };
  const [only, ...others] = marking;
  if (only === undefined || others.length > 0 || OTHER_WORDS.test(wordsOf(only))) return null;
  return { segments: [only.number], isGuess: true };
}

function isMass(segment: Segment): boolean {
  if (segment.type !== null && MASS_CODES.has(segment.type.code)) return true;
  return isMassName(wordsOf(segment));
}

/** Whether the words that name a region call it a mass. */
function isMassName(words: string): boolean {
  return MASS_WORDS.test(words) && !OTHER_WORDS.test(words);
}

function wordsOf({ label, type }: Segment): string {
  return `${label} ${type?.meaning ?? ''}`;
}
