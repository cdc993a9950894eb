import { elementCount, normal, seededRng, type NamedTensor } from '@mammofed/core';
import { tensorPlans, type ModelSpec } from './model-spec.js';

/**
 * The weights a run starts from: kernels normal with variance 2 / fan-in (those that enlarge scores: bilinear
 * interpolation), biases zero, batch normalizations that change nothing (gamma 1, beta 0, mean 0, variance 1). Equal arguments give equal
 * numbers in every process, and each tensor depends only on the seed and its own name.
 * @returns the model's tensors in the model's order.
 * @throws LearningError `bad-model-spec`.
 * @see He, Zhang, Ren, Sun, Delving Deep into Rectifiers (arXiv:1502.01852), equation 10.
 */
export function initialTensors(spec: ModelSpec, seed: number): Promise<NamedTensor[]> {
  return Promise.resolve().then(() =>
    tensorPlans(spec).map(({ name, shape, fanIn, initialValue }) => {
      const data = new Float32Array(elementCount(shape));
      if (typeof initialValue === 'number') data.fill(initialValue);
      else data.set(initialValue);
      if (fanIn > 0) {
        const rng = seededRng('initial-weights', seed, name);
        const deviation = Math.sqrt(2 / fanIn);
        for (let i = 0; i < data.length; i++) data[i] = deviation * normal(rng);
      }
      return { name, shape, data };
    }),
  );
}
