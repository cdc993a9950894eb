/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { type LossSpec, type LossTerm, seededRng, SEGMENTATION_LOSS } from '@mammofed/core';
import { imageLossFunction, lossFunction } from './losses.js';
import { freshSeed, normals, runFunctionBothWays } from './reference.test-support.js';
import { tf } from './tfjs.js';

const SHAPE = [3, 4, 5, 1] as const;
const [BATCH] = SHAPE;
const PIXELS = 4 * 5;
const seed = freshSeed();

/** Masks of 0 and 1, the last image's without foreground; logits of normals. */
function example(): { masks: Float32Array; logits: Float32Array } {
  const rng = seededRng('losses', seed);
  const logits = normals(rng, BATCH * PIXELS);
  const masks = logits.map((_, i) => (i < 2 * PIXELS && rng.next() < 0.4 ? 1 : 0));
  return { masks, logits };
}

/** A loss as its documentation says it, in double precision. */
function plainLoss(spec: LossSpec, masks: ArrayLike<number>, logits: ArrayLike<number>): number {
  return spec.reduce((sum, term) => sum + (term.weight ?? 1) * plainTerm(term, masks, logits), 0);
}

function plainTerm(term: LossTerm, masks: ArrayLike<number>, logits: ArrayLike<number>): number {
  const probabilities = Array.from(logits, (logit) => 1 / (1 + Math.exp(-logit)));
  const isOverlap = term.kind === 'soft-dice' || term.kind === 'tversky';
  if (isOverlap) {
    const { alpha, beta } = term.kind === 'tversky' ? term : { alpha: 0.5, beta: 0.5 };
    let sum = 0;
    for (let image = 0; image < BATCH; image++) {
      let [overlap, falsePositive, falseNegative] = [0, 0, 0];
      for (let i = image * PIXELS; i < (image + 1) * PIXELS; i++) {
        const [p, m] = [probabilities[i] as number, masks[i] as number];
        overlap += p * m;
        falsePositive += p * (1 - m);
        falseNegative += (1 - p) * m;
      }
      sum += 1 - (overlap + 0.5) / (overlap + alpha * falsePositive + beta * falseNegative + 0.5);
    }
    return sum / BATCH;
  }
  const { gamma = 2, alpha } = term.kind === 'focal' ? term : { gamma: 0 };
  return (
    probabilities.reduce((sum, p, i) => {
      const isForeground = masks[i] === 1;
      const right = isForeground ? p : 1 - p;
      const share = alpha === undefined ? 1 : isForeground ? alpha : 1 - alpha;
      return sum - share * (1 - right) ** gamma * Math.log(right);
    }, 0) / probabilities.length
  );
}

/** Derivative by each logit, from the plain loss: it is smooth, so the error is of the order of the square of 1e-5. */
function plainGradient(spec: LossSpec, masks: Float32Array, logits: Float32Array): number[] {
  return Array.from(logits, (_, i) => {
    const at = (shift: number): number => {
      const moved = Float64Array.from(logits);
      moved[i] = (moved[i] as number) + shift;
      return plainLoss(spec, masks, moved);
    };
    return (at(1e-5) - at(-1e-5)) / 2e-5;
  });
}

/** The loss of these logits by tfjs. */
function lossOf(masks: ArrayLike<number>, logits: ArrayLike<number>, spec: LossSpec = SEGMENTATION_LOSS): number {
  void tf.setBackend('cpu');
  const [target, prediction] = [masks, logits].map((values) => tf.tensor(Float32Array.from(values), [...SHAPE]));
  return lossFunction(spec)(target as tf.Tensor, prediction as tf.Tensor).dataSync()[0] as number;
}

const LOSSES: readonly { what: string; spec: LossSpec }[] = [
  { what: 'cross-entropy plus soft Dice, which is the default', spec: SEGMENTATION_LOSS },
  { what: 'cross-entropy', spec: [{ kind: 'cross-entropy' }] },
  { what: 'soft Dice', spec: [{ kind: 'soft-dice' }] },
  { what: 'the focal loss', spec: [{ kind: 'focal' }] },
  { what: 'the focal loss with weights of classes', spec: [{ kind: 'focal', gamma: 0.5, alpha: 0.25 }] },
  { what: 'the Tversky loss', spec: [{ kind: 'tversky', alpha: 0.3, beta: 0.7 }] },
  {
    what: 'a weighted sum',
    spec: [
      { kind: 'focal', gamma: 3, weight: 0.5 },
      { kind: 'tversky', alpha: 0.9, beta: 0.2, weight: 2 },
      { kind: 'cross-entropy', weight: 0.1 },
    ],
  },
];

describe.each(LOSSES)(`$what (seed ${seed})`, ({ spec }) => {
  const loss = lossFunction(spec);

  it('is what plain arithmetic makes of its definition, compiled and by tfjs', async () => {
    const { masks, logits } = example();
    const [value] = await runFunctionBothWays(
      (m, l) => [loss(m as tf.Tensor, l as tf.Tensor)],
      [
        { shape: SHAPE, values: masks },
        { shape: SHAPE, values: logits },
      ],
    );
    expect(value?.shape).toEqual([]);
    for (const way of ['compiled', 'reference'] as const)
      expect(value?.[way][0]).toBeCloseTo(plainLoss(spec, masks, logits), 5);
  });

  it('of each image by itself is the loss of a batch of that image, and its mean that of the batch', async () => {
    const { masks, logits } = example();
    const [each, oneByOne, ofBatch] = await runFunctionBothWays(
      (m, l) => {
        const parts = [m, l].map((values) => tf.split(values as tf.Tensor, BATCH)) as [tf.Tensor[], tf.Tensor[]];
        return [
          imageLossFunction(spec)(m as tf.Tensor, l as tf.Tensor),
          tf.concat(parts[0].map((mask, n) => tf.reshape(loss(mask, parts[1][n] as tf.Tensor), [1]))),
          loss(m as tf.Tensor, l as tf.Tensor),
        ];
      },
      [
        { shape: SHAPE, values: masks },
        { shape: SHAPE, values: logits },
      ],
    );
    expect(each?.shape).toEqual([BATCH]);
    for (const way of ['compiled', 'reference'] as const) {
      const losses = [...(each?.[way] ?? [])];
      losses.forEach((value, n) => expect(value).toBeCloseTo(oneByOne?.[way][n] as number, 5));
      expect(losses.reduce((sum, value) => sum + value, 0) / BATCH).toBeCloseTo(ofBatch?.[way][0] as number, 5);
    }
  });

  it('has the gradient that finite differences have, for every logit', async () => {
    const { masks, logits } = example();
    const [gradient] = await runFunctionBothWays(
      (m, l) => [tf.grad((y) => loss(m as tf.Tensor, y))(l as tf.Tensor)],
      [
        { shape: SHAPE, values: masks },
        { shape: SHAPE, values: logits },
      ],
    );
    plainGradient(spec, masks, logits).forEach((slope, i) => {
      for (const way of ['compiled', 'reference'] as const) {
        const found = gradient?.[way][i] as number;
        expect({ i, way, isClose: Math.abs(found - slope) < 1e-6 }).toEqual({ i, way, isClose: true });
      }
    });
  });

  it('is near 0 for a sure and right prediction, of an empty mask too, and larger for a sure and wrong one', () => {
    const { masks } = example();
    const right = masks.map((mask) => (mask === 1 ? 30 : -30));
    const wrong = right.map((logit) => -logit);
    expect(lossOf(masks, right, spec)).toBeLessThan(1e-5);
    expect(lossOf(masks, wrong, spec)).toBeGreaterThan(0.5);
  });

  it('stays finite, with a finite gradient, however sure the network is, compiled too', async () => {
    const { masks } = example();
    const extreme = masks.map((_, i) => (i % 2 === 0 ? 1e4 : -1e4));
    const results = await runFunctionBothWays(
      (m, l) => [loss(m as tf.Tensor, l as tf.Tensor), tf.grad((y) => loss(m as tf.Tensor, y))(l as tf.Tensor)],
      [
        { shape: SHAPE, values: masks },
        { shape: SHAPE, values: extreme },
      ],
    );
    for (const { compiled, reference } of results)
      expect([...compiled, ...reference].filter((value) => !Number.isFinite(value))).toEqual([]);
  });
});

describe('losses', () => {
  it('of overlap count every image the same: a large mass does not outweigh a small one', () => {
    const masks = new Float32Array(BATCH * PIXELS);
    masks.fill(1, 0, PIXELS);
    masks[PIXELS] = 1;
    masks[2 * PIXELS] = 1;
    const logits = masks.map((mask) => (mask === 1 ? 30 : -30));
    const missing = (image: number): number =>
      lossOf(
        masks,
        logits.map((logit, i) => (Math.floor(i / PIXELS) === image ? -30 : logit)),
        [{ kind: 'soft-dice' }],
      );
    // A missed mass of n pixels leaves (0 + 1) / (n + 1) of its image's Dice.
    expect(missing(0)).toBeCloseTo((1 - 1 / 21) / BATCH, 5);
    expect(missing(1)).toBeCloseTo((1 - 1 / 2) / BATCH, 5);
  });

  it('by Tversky weigh what is missed and what is too much as they are told', () => {
    const masks = Float32Array.from({ length: BATCH * PIXELS }, (_, i) => (i % PIXELS < PIXELS / 2 ? 1 : 0));
    const all = masks.map(() => 30);
    const none = masks.map(() => -30);
    const cautious: LossSpec = [{ kind: 'tversky', alpha: 0, beta: 1 }];
    const thorough: LossSpec = [{ kind: 'tversky', alpha: 1, beta: 0 }];
    expect(lossOf(masks, all, cautious)).toBeCloseTo(0, 5);
    expect(lossOf(masks, all, thorough)).toBeCloseTo(1 - 10.5 / 20.5, 5);
    expect(lossOf(masks, none, cautious)).toBeCloseTo(1 - 0.5 / 10.5, 5);
    expect(lossOf(masks, none, thorough)).toBeCloseTo(0, 5);
  });

  it.each<[string, LossSpec]>([
    ['no term', []],
    ['a term that there is not', [{ kind: 'hinge' } as unknown as LossTerm]],
    ['a weight of 0', [{ kind: 'cross-entropy', weight: 0 }]],
    ['a weight that is not a number', [{ kind: 'soft-dice', weight: NaN }]],
    ['a negative gamma', [{ kind: 'focal', gamma: -1 }]],
    ['an alpha above 1', [{ kind: 'focal', alpha: 1.1 }]],
    ['a negative weight of false positives', [{ kind: 'tversky', alpha: -0.1, beta: 1 }]],
    ['no weight of false negatives', [{ kind: 'tversky', alpha: 1 } as unknown as LossTerm]],
  ])('are refused with %s', (_, spec) => {
    expect(() => lossFunction(spec)).toThrow(expect.objectContaining({ code: 'bad-options' }));
  });
});
