import { describe, expect, it } from '@jest/globals';
import { sha256Hex, type ModelFile } from '@mammofed/core';
import { committedModel } from './committed-model.js';

const BASE: ModelFile = {
  tensors: [
    { name: 'bn/moving_mean', shape: [2], data: Float32Array.of(0.5, 0.5) },
    { name: 'bn/moving_variance', shape: [2], data: Float32Array.of(0.5, 0.5) },
  ],
  metadata: { model: 'deconvnet', window: '{"kind":"percentiles"}', round: '3', run: 'an earlier one' },
};
const RUN = sha256Hex('a'.repeat(64));
const COMMIT = { round: 4, runConfigSha256: RUN, frozen: [] };

describe('the committed model', () => {
  it('keeps running variances at least 0 and lets running means be what they are', () => {
    const mean = BASE.tensors.map(() => Float32Array.of(-0.75, 0.25));
    const { model, change } = committedModel(BASE, mean, COMMIT);
    expect(model.tensors.map(({ data }) => [...data])).toEqual([
      [-0.25, 0.75],
      [0, 0.75],
    ]);
    expect(change.map((tensor) => [...tensor])).toEqual([
      [-0.75, 0.25],
      [-0.5, 0.25],
    ]);
  });

  it('says its round and the hash of its run’s configuration, and keeps what else the base said', () => {
    const mean = BASE.tensors.map(() => new Float32Array(2));
    expect(committedModel(BASE, mean, COMMIT).model.metadata).toEqual({
      model: 'deconvnet',
      window: '{"kind":"percentiles"}',
      round: '4',
      run: RUN,
    });
  });

  it('keeps the layers that the run froze, statistics and all, whatever was sent for them', () => {
    const base = { ...BASE, tensors: [...BASE.tensors, { name: 'bn2/gamma', shape: [1], data: Float32Array.of(1) }] };
    const mean = base.tensors.map(({ data }) => new Float32Array(data.length).fill(0.25));
    const { model, change } = committedModel(base, mean, { ...COMMIT, frozen: ['bn'] });
    expect(model.tensors.map(({ data }) => [...data])).toEqual([[0.5, 0.5], [0.5, 0.5], [1.25]]);
    expect(change.map((tensor) => [...tensor])).toEqual([[0, 0], [0, 0], [0.25]]);
  });
});
