import { randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../canonical-json.js';
import { CoreError } from '../errors.js';
import { elementCount } from '../model-file.js';
import { seededRng, uniformInt, type Rng } from '../rng.js';
import { LAYER_CLASSES } from './layer-classes.js';
import {
  MAX_ACTIVATION_BYTES,
  MAX_CHANNELS,
  MAX_INPUT_SIDE,
  MAX_LAYERS,
  MAX_PARAMETERS,
  MAX_TOPOLOGY_CHARACTERS,
} from './limits.js';
import { readOwnModel, type OwnModel } from './own-model.js';
import { ACTIVATIONS } from './setting.js';
import { convolution, EXAMPLE, layer, network, parameterCount } from './own-model.test-support.js';

const seed = randomInt(2 ** 31);
const CASES = 3000;

const CODES = ['bad-topology', 'layer-not-allowed', 'setting-not-allowed', 'topology-too-large', 'shapes-do-not-fit'];

/** Networks in which every class is used, so that every reading of a setting is met. */
const SOUND: readonly string[] = [
  EXAMPLE,
  JSON.stringify(
    network([
      convolution('conv', 'image', { dilation_rate: 2, kernel_initializer: { class_name: 'HeNormal', config: {} } }),
      layer('BatchNormalization', 'batch', ['conv'], { momentum: 0.9, axis: [3] }),
      layer('GroupNormalization', 'group', ['batch'], { groups: 2 }),
      layer('MaxPooling2D', 'pool', ['group'], { strides: [2, 2] }),
      layer('SeparableConv2D', 'separable', ['pool'], { filters: 3, kernel_size: [3, 3], padding: 'same' }),
      layer('PReLU', 'prelu', ['separable'], { shared_axes: [1, 2] }),
      layer('Conv2DTranspose', 'up', ['prelu'], { filters: 2, kernel_size: 2, strides: [2, 2] }),
      layer('LayerNormalization', 'norm', ['up']),
      layer('Add', 'sum', ['norm', 'group']),
      layer('Multiply', 'product', ['sum', 'up']),
      layer('Average', 'average', ['product', 'sum']),
      layer('Maximum', 'larger', ['average', 'sum']),
      layer('Minimum', 'smaller', ['larger', 'sum']),
      layer('ReLU', 'relu', ['smaller'], { max_value: 6 }),
      layer('ELU', 'elu', ['relu']),
      layer('Activation', 'swish', ['elu'], { activation: 'swish' }),
      layer('DepthwiseConv2D', 'depthwise', ['swish'], { kernel_size: 3, padding: 'same', depth_multiplier: 2 }),
      layer('ZeroPadding2D', 'frame', ['depthwise'], {
        padding: [
          [1, 1],
          [2, 2],
        ],
      }),
      layer('Cropping2D', 'cut', ['frame'], {
        cropping: [
          [1, 1],
          [2, 2],
        ],
      }),
      layer('AveragePooling2D', 'mean', ['cut'], { pool_size: 3, strides: 1, padding: 'same' }),
      layer('Dropout', 'dropout', ['mean'], { rate: 0.5 }),
    ]),
  ),
  // Near the cap of parameters.
  JSON.stringify(network([convolution('a', 'image', { filters: 2048 }), convolution('b', 'a', { filters: 4096 })])),
];

/** Values of every kind of JSON, those at the edge of what is allowed among them. */
const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    '',
    'a',
    'valid',
    '__proto__',
    'constructor',
    'image',
    'Conv2D',
    'x'.repeat(70),
    '\u0000\u001b[2J',
  ],
  ...[0, -0, 1, 2, 3, -1, 0.5, 31, 32, 255, 1024, 1025, 4096, 2 ** 31, 2 ** 53, 1e308, -1e308, 1e-320],
  ...[
    [],
    {},
    [1],
    [1, 2],
    [
      [1, 2],
      [3, 4],
    ],
    [null, 64, 64, 1],
    { class_name: 'Zeros', config: {} },
  ],
  ...[
    { class_name: 'Lambda' },
    [['image', 0, 0, {}]],
    [[['image', 0, 0, {}]]],
    [
      [
        ['image', 0, 0, {}],
        ['image', 0, 0, {}],
      ],
    ],
  ],
];

type Place = { readonly holder: Record<string, unknown>; readonly key: string };

function placesIn(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inside] of Object.entries(value)) {
    found.push({ holder: value as Record<string, unknown>, key });
    placesIn(inside, found);
  }
  return found;
}

/** Changes a network in one to four places: another value, a value gone, moved, doubled, or one of a neighbour. */
function mutated(rng: Rng): unknown {
  const pick = <T>(list: readonly T[]): T => list[uniformInt(rng, list.length)] as T;
  const model: unknown = JSON.parse(pick(SOUND));
  for (let change = uniformInt(rng, 4); change >= 0; change--) {
    const places = placesIn(model);
    if (places.length === 0) break;
    const { holder, key } = pick(places);
    const other = pick(places);
    switch (uniformInt(rng, 6)) {
      case 0:
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else Reflect.deleteProperty(holder, key);
        break;
      case 1:
        holder[key] = structuredClone(other.holder[other.key]);
        break;
      case 2:
        if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(pick(holder)));
        else Object.assign(holder, { [pick(['fancy', 'dtype', 'axis', 'momentum', 'seed'])]: pick(VALUES) });
        break;
      case 3: {
        const factor = pick([2, 64, 0.5, -1]);
        const multiplied = pick(['filters', 'kernel_size', key]);
        for (const place of places.filter((one) => one.key === multiplied)) {
          const value = place.holder[place.key];
          if (typeof value === 'number') place.holder[place.key] = value * factor;
        }
        break;
      }
      case 4:
        if (Array.isArray(holder)) holder.reverse();
        else Object.assign(holder, { class_name: pick(Object.keys(LAYER_CLASSES)) });
        break;
      default:
        holder[key] = pick(VALUES);
    }
  }
  return model;
}

/** Changes characters of the text; what is no JSON any more is no case. */
function scribbled(rng: Rng): unknown {
  const text = [...(SOUND[uniformInt(rng, SOUND.length)] as string)];
  for (let change = uniformInt(rng, 3); change >= 0; change--)
    text[uniformInt(rng, text.length)] = '0123456789[]{},:"-eE._/ \\'[uniformInt(rng, 25)] as string;
  try {
    return JSON.parse(text.join(''));
  } catch {
    return undefined;
  }
}

/** What of a network that was read is not as it has to be. */
function broken(own: OwnModel): string[] {
  const { layers, input, size, topology } = own;
  const text = canonicalJson(topology);
  const parameters = parameterCount(own);
  const activationBytes = layers.reduce((sum, { shape }) => sum + 4 * elementCount(shape), 0);
  const extents = layers.flatMap(({ shape, tensors }) => [...shape, ...tensors.flatMap((tensor) => tensor.shape)]);
  const known = new Set([input.name]);
  const isGraph = layers.every(({ name, inputs }) => {
    const fits = inputs.every((one) => known.has(one)) && !known.has(name);
    known.add(name);
    return fits;
  });
  const rules = {
    layers: layers.length < MAX_LAYERS,
    classes: layers.every(({ className }) => Object.hasOwn(LAYER_CLASSES, className)),
    characters: text.length <= MAX_TOPOLOGY_CHARACTERS,
    parameters: parameters > 0 && parameters <= MAX_PARAMETERS,
    activations: activationBytes <= MAX_ACTIVATION_BYTES,
    input: input.side <= MAX_INPUT_SIDE && size <= input.side,
    output: layers.at(-1)?.shape.join() === [size, size, 1].join(),
    graph: isGraph,
    extents: extents.every((extent) => Number.isInteger(extent) && extent >= 1),
    channels: layers.every(({ shape }) => shape[2] <= MAX_CHANNELS),
    initialValues: layers.every(({ tensors }) =>
      tensors.every(({ fanIn, initialValue }) => fanIn >= 0 && Number.isFinite(fanIn + initialValue)),
    ),
    normalForm: canonicalJson(readOwnModel(JSON.parse(text)).topology) === text,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

/** Reads a network and looks at what comes of it. @returns `read`, or the code that it was refused by. */
function outcomeOf(json: unknown): string {
  let own: OwnModel;
  try {
    own = readOwnModel(json);
  } catch (error) {
    if (!(error instanceof CoreError)) throw error;
    const { code, message } = error;
    const isReadable = !/[\u0000-\u001f]|NaN|\[object/.test(message) && message.length < 600;
    expect([code, CODES.includes(code), isReadable, message]).toEqual([code, true, true, message]);
    return code;
  }
  // Not among what is caught: its normal form is read once more, and must not be refused.
  expect(broken(own)).toEqual([]);
  return 'read';
}

describe('a network from anywhere', () => {
  it(`is refused by a code or within every cap, whatever was done to it (seed ${seed})`, () => {
    const outcomes = new Map<string, number>();
    for (let index = 0; index < CASES; index++) {
      const rng = seededRng('networks', seed, index);
      const outcome = outcomeOf(index % 3 === 0 ? scribbled(rng) : mutated(rng));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // It is of no use if all of it ends at the same check. Few get as far as the caps.
    for (const outcome of ['read', ...CODES.filter((code) => code !== 'topology-too-large')])
      expect([outcome, outcomes.get(outcome) ?? 0]).not.toEqual([outcome, 0]);
  });

  it('is refused or has one normal form whatever activations follow one another at its end', () => {
    const outcomes = new Map<string, number>();
    const insides = ['linear', 'relu', 'sigmoid'];
    for (const inside of insides)
      for (const next of ACTIVATIONS)
        for (const last of ACTIVATIONS) {
          const first = convolution('a', 'image', { filters: 1, activation: inside });
          const then = layer('Activation', 'b', ['a'], { activation: next });
          const end = layer('Activation', 'c', ['b'], { activation: last });
          const outcome = outcomeOf(network([first, then], 16, end));
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
    // The last one linear, or a sigmoid after a linear one; whatever the convolution has, it is not at the end.
    expect(Object.fromEntries(outcomes)).toEqual({
      read: insides.length * (ACTIVATIONS.length + 1),
      'setting-not-allowed': insides.length * (ACTIVATIONS.length ** 2 - ACTIVATIONS.length - 1),
    });
  });

  it('is refused wherever lists are nested so deep that whoever walks into them falls', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    const count = placesIn(JSON.parse(SOUND[1] as string)).length;
    for (let index = 0; index < count; index++) {
      const model: unknown = JSON.parse(SOUND[1] as string);
      const { holder, key } = placesIn(model)[index] as Place;
      holder[key] = deep;
      expect(() => readOwnModel(model)).toThrow(CoreError);
    }
    expect(() => readOwnModel(deep)).toThrow(CoreError);
  });
});
