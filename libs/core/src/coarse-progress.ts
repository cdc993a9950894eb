/** A site that keeps its training statistics to itself tells how far its training is in so many parts. */
export const COARSE_PARTS = 10;

/** What a view knows of a task under way. */
interface ShownProgress {
  readonly phase: string | null;
  readonly step: number;
  readonly stepCount: number;
  readonly loss: number | null;
}

/**
 * Whether a training's `step` of `stepCount` is a share of the whole (to be shown in per cent) and not a count of steps: a
 * site that tells its steps tells the loss of each with it. Before the first step there is no loss, and nothing to tell apart.
 */
export function isCoarseProgress({ phase, stepCount, loss }: ShownProgress): boolean {
  return phase === 'training' && loss === null && stepCount === COARSE_PARTS;
}
