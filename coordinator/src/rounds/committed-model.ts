import { isBatchVariance, isUnder, type ModelFile, type NamedTensor, type Sha256Hex } from '@mammofed/core';

export interface CommittedModel {
  readonly model: ModelFile;
  /** What was really committed, new weights minus old ones after rounding to float32; one array for each tensor. */
  readonly change: Float32Array[];
}

/** How a model comes of its base. */
export interface Commit {
  readonly round: number;
  /** Of the run's configuration as canonical JSON: two runs of one configuration and seed make the same bytes. */
  readonly runConfigSha256: Sha256Hex;
  /** Layers of the run, by the beginnings of their names, that stay as they are, whatever a site sent. */
  readonly frozen: readonly string[];
}

/**
 * The base model plus the mean change. Its metadata is the base's with the new `round` and the `run`, which is the hash of
 * the run's configuration: no time, id or site goes in, so that the same seed gives the same bytes. Running variances stay
 * at least 0: sites' rounding may put a small one below it, and its root is taken.
 * @param mean - one array for each tensor, in the model's order.
 */
export function committedModel(base: ModelFile, mean: readonly Float32Array[], commit: Commit): CommittedModel {
  const change: Float32Array[] = [];
  const tensors = base.tensors.map(({ name, shape, data }, t): NamedTensor => {
    if (isUnder(name, commit.frozen)) {
      change.push(new Float32Array(data.length));
      return { name, shape, data };
    }
    const step = mean[t] as Float32Array;
    const floor = isBatchVariance(name) ? 0 : -Infinity;
    const weights = new Float32Array(data.length);
    const moved = new Float32Array(data.length);
    for (let i = 0; i < data.length; i++) {
      weights[i] = Math.max((data[i] as number) + (step[i] as number), floor);
      moved[i] = (weights[i] as number) - (data[i] as number);
    }
    change.push(moved);
    return { name, shape, data: weights };
  });
  const metadata = { ...base.metadata, round: String(commit.round), run: commit.runConfigSha256 };
  return { model: { tensors, metadata }, change };
}
