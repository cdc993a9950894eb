import type { ModelFile, NamedTensor } from '@mammofed/core';

export interface CommittedModel {
  readonly model: ModelFile;
  /** What was really committed, new weights minus old ones after rounding to float32; one array for each tensor. */
  readonly change: Float32Array[];
}

/**
 * The base model plus the mean change. Its metadata is the base's with the new round: no time, id or site goes in, so that
 * the same seed gives the same bytes.
 * @param mean - one array for each tensor, in the model's order.
 */
export function committedModel(base: ModelFile, mean: readonly Float32Array[], round: number): CommittedModel {
  const change: Float32Array[] = [];
  const tensors = base.tensors.map(({ name, shape, data }, t): NamedTensor => {
    const step = mean[t] as Float32Array;
    const weights = new Float32Array(data.length);
    const moved = new Float32Array(data.length);
    for (let i = 0; i < data.length; i++) {
      weights[i] = (data[i] as number) + (step[i] as number);
      moved[i] = (weights[i] as number) - (data[i] as number);
    }
    change.push(moved);
    return { name, shape, data: weights };
  });
  return { model: { tensors, metadata: { ...base.metadata, round: String(round) } }, change };
}
