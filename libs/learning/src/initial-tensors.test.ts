import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import { initialTensors } from './initial-tensors.js';
import { tensorPlans, type ModelSpec } from './model-spec.js';

const spec: ModelSpec = { name: 'unet', width: 1 / 8, size: 32 };

function tensor(tensors: readonly NamedTensor[], name: string): NamedTensor {
  const found = tensors.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no tensor ${name}`);
  return found;
}

/** Name by name: shape and every bit. (Comparing arrays of half a million numbers one by one takes Jest many seconds.) */
function bits(tensors: readonly NamedTensor[]): Record<string, string> {
  return Object.fromEntries(
    tensors.map(({ name, shape, data }) => [
      name,
      `${shape.join()} ${createHash('sha256').update(new Uint8Array(data.buffer)).digest('hex')}`,
    ]),
  );
}

describe('initialTensors', () => {
  it('are the model’s tensors in the model’s order', async () => {
    const tensors = await initialTensors(spec, 1);
    expect(tensors.map(({ name, shape }) => ({ name, shape }))).toEqual(
      tensorPlans(spec).map(({ name, shape }) => ({ name, shape })),
    );
    for (const { shape, data } of tensors)
      expect(data).toHaveLength(shape.reduce((product, extent) => product * extent, 1));
  });

  it('gives these numbers for ever: two processes must start a run from the same model', async () => {
    const { data } = tensor(await initialTensors(spec, 7), 'down0/conv0/kernel');
    expect([...data.subarray(0, 3)]).toEqual([0.9578135013580322, -0.16743798553943634, 0.04059955105185509]);
  });

  it('gives equal numbers for equal seeds, and other kernels for another seed', async () => {
    const first = bits(await initialTensors(spec, 5));
    expect(bits(await initialTensors(spec, 5))).toEqual(first);
    const other = bits(await initialTensors(spec, 6));
    for (const name of Object.keys(first)) expect(other[name] === first[name]).toBe(name.endsWith('/bias'));
  });

  it('does not depend on the image size, and gives no two kernels the same numbers', async () => {
    const tensors = await initialTensors(spec, 5);
    expect(bits(await initialTensors({ ...spec, size: 160 }, 5))).toEqual(bits(tensors));
    const starts = tensors.filter(({ name }) => name.endsWith('/kernel')).map(({ data }) => data.subarray(0, 4).join());
    expect(new Set(starts).size).toBe(starts.length);
  });

  it('draws kernels with mean 0 and variance 2 / fan-in, and sets biases to 0', async () => {
    const tensors = await initialTensors(spec, 11);
    const fanIns = new Map(tensorPlans(spec).map(({ name, fanIn }) => [name, fanIn]));
    // What a standard normal would be, over all kernels: half a million numbers.
    let count = 0;
    let sum = 0;
    let sumOfSquares = 0;
    for (const { name, data } of tensors) {
      if (name.endsWith('/bias')) {
        expect(data.every((value) => value === 0)).toBe(true);
        continue;
      }
      const scale = Math.sqrt((fanIns.get(name) as number) / 2);
      let ownSquares = 0;
      for (const value of data) {
        sum += value * scale;
        ownSquares += (value * scale) ** 2;
      }
      count += data.length;
      sumOfSquares += ownSquares;
      // Five standard errors of a variance of so many numbers.
      expect(Math.abs(ownSquares / data.length - 1)).toBeLessThan(5 * Math.sqrt(2 / data.length));
    }
    expect(Math.abs(sum / count)).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(sumOfSquares / count - 1)).toBeLessThan(5 * Math.sqrt(2 / count));
  });

  it('takes as fan-in what one output sums over: 9 places of a 3×3 convolution, one of a 2×2 up-convolution', () => {
    const fanIn = (name: string): number | undefined => tensorPlans(spec).find((plan) => plan.name === name)?.fanIn;
    expect(fanIn('down0/conv0/kernel')).toBe(9);
    expect(fanIn('down1/conv1/kernel')).toBe(9 * 16);
    expect(fanIn('up0/upconv/kernel')).toBe(16);
    expect(fanIn('logits/kernel')).toBe(8);
    expect(fanIn('logits/bias')).toBe(0);
  });

  it('starts a batch normalization as one that changes nothing', async () => {
    const normalized = (await initialTensors({ name: 'deconvnet', width: 1 / 32, size: 32 }, 5)).filter(({ name }) =>
      name.includes('/norm/'),
    );
    expect(normalized).toHaveLength(4 * 26);
    for (const { name, data } of normalized) {
      const value = /\/(gamma|moving_variance)$/.test(name) ? 1 : 0;
      expect(data.every((each) => each === value)).toBe(true);
    }
  });

  it('starts a residual block as what goes around it: the second normalization’s gamma is 0, every other one 1', async () => {
    const tensors = await initialTensors({ name: 'residual-unet', width: 1 / 32, size: 64 }, 5);
    const gammas = tensors.filter(({ name }) => name.endsWith('/gamma'));
    // The stem's, two for each of 26 blocks, one for each of four changes of channels, and five of the decoder.
    expect(gammas).toHaveLength(1 + 52 + 4 + 5);
    for (const { name, data } of gammas) {
      const value = /\/block\d\/conv1\/norm\/gamma$/.test(name) ? 0 : 1;
      expect(data.every((each) => each === value)).toBe(true);
    }
  });

  it('starts what enlarges the FCN’s scores as bilinear interpolation between the centres of pixels', async () => {
    const tensors = await initialTensors({ name: 'fcn8s', width: 1 / 32, size: 32 }, 5);
    const enlarging = tensors.filter(({ name }) => name.endsWith('/enlarge/kernel'));
    expect(enlarging.map(({ name, shape }) => [name, shape])).toEqual([
      ['score4/enlarge/kernel', [4, 4, 1, 1]],
      ['score3/enlarge/kernel', [4, 4, 1, 1]],
    ]);
    const row = [1, 3, 3, 1];
    for (const { data } of enlarging) expect([...data]).toEqual(row.flatMap((a) => row.map((b) => (a * b) / 16)));
  });

  it('refuses a model that cannot be built, by rejecting', async () => {
    await expect(initialTensors({ ...spec, size: 10 }, 1)).rejects.toMatchObject({ code: 'bad-model-spec' });
  });
});
