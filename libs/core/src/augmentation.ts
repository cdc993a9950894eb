/** How training examples are varied. Every amount is drawn anew for each example and epoch; 0 leaves it out. */
export interface Augmentation {
  /** Flips and right-angle rotations: one of the square's 8 symmetries. */
  readonly symmetries: boolean;
  /** Probability, 0..1, that the mass is moved to one or two edges of the region, where the paper's networks missed it. */
  readonly edgeShift: number;
  /** Largest rotation either way, degrees, 0..180. */
  readonly rotationDegrees: number;
  /** Largest relative change of size either way, 0..0.5. */
  readonly scale: number;
  /** Largest elastic displacement, as a fraction of the region's side, 0..0.2. */
  readonly elastic: number;
  /** Largest shift of brightness either way, in standard deviations of the region, 0..2. */
  readonly brightness: number;
  /** Largest relative change of contrast either way, 0..0.9. */
  readonly contrast: number;
}

const NONE: Augmentation = {
  symmetries: false,
  edgeShift: 0,
  rotationDegrees: 0,
  scale: 0,
  elastic: 0,
  brightness: 0,
  contrast: 0,
};

/** Augmentations by name, as the command line offers them. */
export const AUGMENTATIONS = {
  none: NONE,
  symmetries: { ...NONE, symmetries: true },
  /** Against missed masses at the image's edge. */
  edge: { ...NONE, symmetries: true, edgeShift: 0.5 },
  /** Everything, for long trainings. */
  full: {
    symmetries: true,
    edgeShift: 0.3,
    rotationDegrees: 15,
    scale: 0.1,
    elastic: 0.03,
    brightness: 0.2,
    contrast: 0.2,
  },
} as const satisfies Readonly<Record<string, Augmentation>>;

export type AugmentationName = keyof typeof AUGMENTATIONS;

/** Largest value of every amount; the smallest is 0. */
const LARGEST = {
  edgeShift: 1,
  rotationDegrees: 180,
  scale: 0.5,
  elastic: 0.2,
  brightness: 2,
  contrast: 0.9,
} as const satisfies Readonly<Record<Exclude<keyof Augmentation, 'symmetries'>, number>>;

/** @returns every problem, in words; empty if it is sound. */
export function augmentationProblems(augmentation: Augmentation): string[] {
  return Object.entries(LARGEST).flatMap(([name, largest]) => {
    const value = augmentation[name as keyof typeof LARGEST];
    return value >= 0 && value <= largest ? [] : [`augmentation.${name} must be from 0 to ${largest}, not ${value}`];
  });
}

/** @returns the name under which the command line knows it; null if it has none. */
export function augmentationName(augmentation: Augmentation): AugmentationName | null {
  const names = Object.keys(AUGMENTATIONS) as AugmentationName[];
  const keys = Object.keys(NONE) as (keyof Augmentation)[];
  return names.find((name) => keys.every((key) => AUGMENTATIONS[name][key] === augmentation[key])) ?? null;
}
