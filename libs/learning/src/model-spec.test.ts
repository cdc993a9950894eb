/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import type { ModelName } from '@mammofed/core';
import { LearningError } from './errors.js';
import { assertModelSpec, parameterCount, tensorPlans, type ModelSpec } from './model-spec.js';
import { buildModel } from './models/build-model.js';
import { validInputSize } from './models/unet.js';
import './reference.test-support.js';
import { tf } from './tfjs.js';

function refusal(spec: ModelSpec): string {
  try {
    assertModelSpec(spec);
  } catch (error) {
    if (error instanceof LearningError) return error.code;
    throw error;
  }
  return 'nothing refused';
}

describe('the U-Net', () => {
  it('has 31,030,593 parameters at width 1, as published but for one logit in place of two classes', () => {
    expect(parameterCount({ name: 'unet', width: 1, size: 160 })).toBe(31_030_593);
  });

  it('has 1,940,817 parameters at width 1/4, at any size', () => {
    expect(parameterCount({ name: 'unet', width: 1 / 4, size: 160 })).toBe(1_940_817);
    expect(parameterCount({ name: 'unet', width: 1 / 4, size: 16 })).toBe(1_940_817);
  });

  it.each([1 / 64, 1 / 32, 0.1, 1 / 8])(
    'at width %d is planned as it is built: names, shapes, order, number',
    async (width) => {
      await tf.setBackend('cpu');
      const spec: ModelSpec = { name: 'unet', width, size: 32 };
      const model = buildModel(spec);
      expect(tensorPlans(spec).map(({ name, shape }) => ({ name, shape }))).toEqual(
        model.weights.map(({ originalName, shape }) => ({ name: originalName, shape })),
      );
      expect(parameterCount(spec)).toBe(model.countParams());
      expect(model.outputs[0]?.shape).toEqual([null, 32, 32, 1]);
      model.dispose();
    },
  );

  it('never has a layer without channels, however narrow', () => {
    for (const { shape } of tensorPlans({ name: 'unet', width: 1e-6, size: 16 }))
      for (const extent of shape) expect(extent).toBeGreaterThan(0);
  });
});

describe('the U-Net without padding', () => {
  it('has the tensors of the other U-Net, at any even size', async () => {
    await tf.setBackend('cpu');
    for (const size of [16, 18, 32]) {
      const spec: ModelSpec = { name: 'unet-valid', width: 1 / 64, size };
      const model = buildModel(spec);
      expect(tensorPlans(spec)).toEqual(tensorPlans({ ...spec, name: 'unet', size: 16 }));
      expect(tensorPlans(spec).map(({ name, shape }) => ({ name, shape }))).toEqual(
        model.weights.map(({ originalName, shape }) => ({ name: originalName, shape })),
      );
      expect(model.outputs[0]?.shape).toEqual([null, size, size, 1]);
      model.dispose();
    }
  });

  it('continues 160 pixels to 348', () => expect(validInputSize(160)).toBe(348));
});

describe('the DeconvNet', () => {
  it('has 29,486,977 parameters at width 1, moving statistics among them, at any size', () => {
    expect(parameterCount({ name: 'deconvnet', width: 1, size: 150 })).toBe(29_486_977);
    expect(parameterCount({ name: 'deconvnet', width: 1, size: 32 })).toBe(29_486_977);
  });

  it.each([
    [1 / 64, 32],
    [1 / 32, 37],
    [0.1, 50],
  ])('at width %d and size %i is planned as it is built: names, shapes, number', async (width, size) => {
    await tf.setBackend('cpu');
    const spec: ModelSpec = { name: 'deconvnet', width, size };
    const model = buildModel(spec);
    const built = new Map(model.weights.map(({ originalName, shape }) => [originalName, shape]));
    expect(new Map(tensorPlans(spec).map(({ name, shape }) => [name, shape]))).toEqual(built);
    expect(tensorPlans(spec)).toHaveLength(model.weights.length);
    expect(parameterCount(spec)).toBe(model.countParams());
    expect(model.outputs[0]?.shape).toEqual([null, size, size, 1]);
    model.dispose();
  });

  it('lists each convolution’s kernel and then the four tensors of its normalization', () => {
    const names = tensorPlans({ name: 'deconvnet', width: 1 / 64, size: 32 }).map(({ name }) => name);
    expect(names.slice(0, 6)).toEqual([
      'down0/conv0/kernel',
      'down0/conv0/norm/gamma',
      'down0/conv0/norm/beta',
      'down0/conv0/norm/moving_mean',
      'down0/conv0/norm/moving_variance',
      'down0/conv1/kernel',
    ]);
    expect(names.slice(-2)).toEqual(['logits/kernel', 'logits/bias']);
  });
});

/** Every other model: its parameters at width 1, sizes that it takes, and a few of its tensors' shapes at width 1/32. */
const OTHERS: readonly {
  readonly name: ModelName;
  readonly parameters: number;
  readonly sizes: readonly number[];
  readonly shapes: Readonly<Record<string, readonly number[]>>;
}[] = [
  {
    // VGG-16's convolutions with one channel in, 14,713,536; scores of 512, 512 and 256 channels, 1,283; two kernels of 4×4.
    name: 'fcn8s',
    parameters: 14_714_851,
    sizes: [32, 96],
    shapes: { 'down4/conv2/bias': [16], 'score5/kernel': [1, 1, 16, 1], 'score3/kernel': [1, 1, 8, 1] },
  },
  {
    // The U-Net's, and per gate 4 c² of the skip, 2 c² + c of the signal and c + 1 of the score for 128, 256, 512 channels.
    name: 'attention-unet',
    parameters: 31_030_593 + 98_561 + 393_729 + 1_573_889,
    sizes: [16, 48],
    shapes: {
      'up3/gate/skip/kernel': [2, 2, 16, 16],
      'up3/gate/signal/kernel': [1, 1, 32, 16],
      'up1/gate/score/bias': [1],
    },
  },
  {
    // Stem 352. Each block from i to c channels 9 c (i + c) + 4 c, and c (i + 2) around it where i is not c: 63,763,200 in all.
    // Each level of the decoder 26 c² + 3 c, 2,264,480, with 512 channels below 512 only 22 c² + 3 c, 5,768,704. Heads 484.
    name: 'residual-unet',
    parameters: 71_797_220,
    sizes: [64, 96],
    shapes: {
      'stem/norm/gamma': [1],
      'down5/block5/conv1/kernel': [3, 3, 16, 16],
      'down1/block0/skip/kernel': [1, 1, 1, 2],
      'up0/conv0/kernel': [3, 3, 2, 1],
      'up3/logits/kernel': [1, 1, 8, 1],
    },
  },
];

describe.each(OTHERS)('$name', ({ name, parameters, sizes, shapes }) => {
  it(`has ${parameters} parameters at width 1, at any size`, () => {
    for (const size of [...sizes, 160]) expect(parameterCount({ name, width: 1, size })).toBe(parameters);
  });

  it.each([1 / 64, 1 / 32, 0.1])('at width %d is planned as it is built: names, shapes, number', async (width) => {
    await tf.setBackend('cpu');
    for (const size of sizes) {
      const spec: ModelSpec = { name, width, size };
      const model = buildModel(spec);
      const built = new Map(model.weights.map(({ originalName, shape }) => [originalName, shape]));
      expect(new Map(tensorPlans(spec).map((plan) => [plan.name, plan.shape]))).toEqual(built);
      expect(tensorPlans(spec)).toHaveLength(model.weights.length);
      expect(parameterCount(spec)).toBe(model.countParams());
      expect(model.outputs[0]?.shape).toEqual([null, size, size, 1]);
      model.dispose();
    }
  });

  it('has these tensors', () => {
    const planned = new Map(tensorPlans({ name, width: 1 / 32, size: 160 }).map((plan) => [plan.name, plan.shape]));
    expect(Object.fromEntries(Object.keys(shapes).map((tensor) => [tensor, planned.get(tensor)]))).toEqual(shapes);
  });
});

describe('a model that cannot be built is refused', () => {
  const sound: ModelSpec = { name: 'unet', width: 1, size: 160 };

  it.each<[string, Partial<Record<keyof ModelSpec, unknown>>]>([
    ['another name', { name: 'resnet' as ModelName }],
    ['a name from every object’s prototype', { name: 'toString' }],
    ['width 0', { width: 0 }],
    ['a negative width', { width: -1 }],
    ['an infinite width', { width: Infinity }],
    ['a width that is not a number', { width: NaN }],
    ['size 0', { size: 0 }],
    ['size 8, which cannot be halved four times', { size: 8 }],
    ['size 100, which cannot be halved four times', { size: 100 }],
    ['a negative size', { size: -16 }],
    ['a size that is not whole', { size: 16.5 }],
    ['a size that is not a number', { size: NaN }],
    ['a DeconvNet of size 31, which cannot be halved five times', { name: 'deconvnet', size: 31 }],
    ['a DeconvNet of a size that is not whole', { name: 'deconvnet', size: 32.5 }],
    ['a valid U-Net of an odd size', { name: 'unet-valid', size: 161 }],
    ['a valid U-Net of size 14', { name: 'unet-valid', size: 14 }],
    ['an FCN of size 48, which cannot be halved five times', { name: 'fcn8s', size: 48 }],
    ['an Attention U-Net of size 40, which cannot be halved four times', { name: 'attention-unet', size: 40 }],
    ['a residual U-Net of size 80, which cannot be halved five times', { name: 'residual-unet', size: 80 }],
    ['a residual U-Net of size 32, which is one pixel at the bottom', { name: 'residual-unet', size: 32 }],
  ])('%s', (_, change) => {
    const spec = { ...sound, ...change } as ModelSpec;
    expect(refusal(spec)).toBe('bad-model-spec');
    expect(() => tensorPlans(spec)).toThrow(LearningError);
    expect(() => parameterCount(spec)).toThrow(LearningError);
    expect(() => buildModel(spec)).toThrow(LearningError);
  });

  it('and a sound one is not', () => {
    expect(refusal(sound)).toBe('nothing refused');
    expect(refusal({ ...sound, width: 0.01, size: 16 })).toBe('nothing refused');
  });
});
