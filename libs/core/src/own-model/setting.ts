/** One setting of a layer: what it may be, and what it is where the JSON does not say. */
export interface Setting<T> {
  /** What is allowed, in words that follow "must be". */
  readonly allowed: string;
  /** @returns the value in its normal form, which this reads as itself; undefined if it is not allowed. */
  readonly read: (value: unknown) => T | undefined;
  /** Absent: it must be said. */
  readonly usual?: T;
}

export type Pair = readonly [number, number];

/** First and last row and column that are added or cut off. */
export type Margins = readonly [Pair, Pair];

/** How a kernel begins: as `Constant`, or drawn with the variance scale / n, n by `mode`. */
export type KernelInitializer =
  | { readonly class_name: 'Constant'; readonly config: { readonly value: number } }
  | { readonly class_name: 'VarianceScaling'; readonly config: { readonly mode: FanMode; readonly scale: number } };

export type FanMode = (typeof FAN_MODES)[number];

const FAN_MODES = ['fan_in', 'fan_out', 'fan_avg'] as const;

/** He et al.'s, as every network of this program begins. */
const HE: KernelInitializer = { class_name: 'VarianceScaling', config: { mode: 'fan_in', scale: 2 } };

/** The names that Keras has for some of them, normal or uniform. */
const NAMED_SCALINGS: Readonly<Record<string, KernelInitializer['config']>> = {
  Glorot: { mode: 'fan_avg', scale: 1 },
  He: { mode: 'fan_in', scale: 2 },
  LeCun: { mode: 'fan_in', scale: 1 },
};

const CONSTANTS: Readonly<Record<string, number>> = { Zeros: 0, Ones: 1 };

const MAX_SCALE = 100;

/** Those of tfjs-layers, as its JSON writes them; without `gelu_new`, which tfjs writes and cannot read. */
export const ACTIVATIONS = [
  'elu',
  'gelu',
  'hard_sigmoid',
  'linear',
  'log_softmax',
  'mish',
  'relu',
  'relu6',
  'selu',
  'sigmoid',
  'softmax',
  'softplus',
  'softsign',
  'swish',
  'tanh',
] as const;
export type ActivationName = (typeof ACTIVATIONS)[number];

export function whole(min: number, max: number, usual?: number): Setting<number> {
  return {
    allowed: `a whole number from ${min} to ${max}`,
    read: (value) => (isWhole(value, min, max) ? value : undefined),
    ...(usual === undefined ? {} : { usual }),
  };
}

export function number(min: number, max: number, usual?: number): Setting<number> {
  return {
    allowed: `a number from ${min} to ${max}`,
    read: (value) => (isNumber(value, min, max) ? value : undefined),
    ...(usual === undefined ? {} : { usual }),
  };
}

/** Rows and columns; one number stands for both. */
export function pair(min: number, max: number, usual?: Pair): Setting<Pair> {
  return {
    allowed: `one or two whole numbers from ${min} to ${max}`,
    read: (value) => pairOf(value, min, max),
    ...(usual === undefined ? {} : { usual }),
  };
}

/** As {@link pair}, or null, which stands for something else. */
export function pairOrNull(min: number, max: number): Setting<Pair | null> {
  return orNull(pair(min, max));
}

/** As {@link number}, or null, which stands for none. */
export function numberOrNull(min: number, max: number): Setting<number | null> {
  return orNull(number(min, max));
}

export function margins(max: number): Setting<Margins> {
  return {
    allowed: `[[top, bottom], [left, right]], whole numbers from 0 to ${max}`,
    read(value) {
      const sides: unknown[] = Array.isArray(value) ? value : [value, value];
      if (sides.length !== 2) return undefined;
      const [rows, columns] = sides.map((side) => pairOf(side, 0, max));
      return rows && columns && [rows, columns];
    },
  };
}

export function oneOf<const T extends string>(values: readonly T[], usual?: NoInfer<T>): Setting<T> {
  return {
    allowed: `one of ${values.join(', ')}`,
    read: (value) => values.find((one) => one === value),
    ...(usual === undefined ? {} : { usual }),
  };
}

/** For what must be said, and may say one thing only. */
export function exactly(value: Pair): Setting<Pair> {
  const allowed = JSON.stringify(value);
  return { allowed, read: (given) => (JSON.stringify(pairOf(given, ...value)) === allowed ? value : undefined) };
}

export function flag(usual: boolean): Setting<boolean> {
  return { allowed: 'true or false', read: (value) => (typeof value === 'boolean' ? value : undefined), usual };
}

/** Null, as Keras writes it, is none. */
export function activation(usual?: ActivationName): Setting<ActivationName> {
  const { read, ...rest } = oneOf(ACTIVATIONS, usual);
  return { ...rest, read: (value) => read(value === null && usual !== undefined ? usual : value) };
}

/**
 * Of a kernel. Whatever the distribution is called, a normal one of the same variance is drawn, from the run's seed: an
 * initializer with a seed of its own is refused.
 */
export function kernelInitializer(): Setting<KernelInitializer> {
  return {
    allowed:
      'VarianceScaling, one of the Glorot, He and LeCun initializers, Zeros, Ones or Constant, without a seed (the run has one)',
    read: initializerOf,
    usual: HE,
  };
}

function orNull<T>({ allowed, read }: Setting<T>): Setting<T | null> {
  return { allowed: `${allowed}, or null`, read: (value) => (value === null ? null : read(value)), usual: null };
}

function initializerOf(value: unknown): KernelInitializer | undefined {
  if (!isObject(value)) return undefined;
  const { class_name: className, config = {} } = value;
  if (typeof className !== 'string' || !isObject(config) || (config['seed'] ?? null) !== null) return undefined;
  if (className === 'VarianceScaling') {
    const { scale = 1, mode = 'fan_in' } = config;
    const known = FAN_MODES.find((one) => one === mode);
    if (known === undefined || !isNumber(scale, 0, MAX_SCALE)) return undefined;
    return scale === 0 ? constant(0) : { class_name: className, config: { mode: known, scale } };
  }
  if (className === 'Constant') {
    const { value: all } = config;
    return isNumber(all, -MAX_SCALE, MAX_SCALE) ? constant(all) : undefined;
  }
  const always = Object.hasOwn(CONSTANTS, className) ? CONSTANTS[className] : undefined;
  if (always !== undefined) return constant(always);
  const [, scaling = ''] = /^(.+)(?:Normal|Uniform)$/.exec(className) ?? [];
  if (!Object.hasOwn(NAMED_SCALINGS, scaling)) return undefined;
  return { class_name: 'VarianceScaling', config: NAMED_SCALINGS[scaling] } as KernelInitializer;
}

function constant(value: number): KernelInitializer {
  return { class_name: 'Constant', config: { value } };
}

function pairOf(value: unknown, min: number, max: number): Pair | undefined {
  if (isWhole(value, min, max)) return [value, value];
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [first, second] = value as unknown[];
  return isWhole(first, min, max) && isWhole(second, min, max) ? [first, second] : undefined;
}

function isWhole(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && isNumber(value, min, max);
}

function isNumber(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
