import { DECAY, kindProblems, needed, NOT_NEGATIVE, POSITIVE, SWITCH, type KindTable } from './kinds.js';

/** Stochastic gradient descent: weights − rate · gradient. */
export interface SgdSpec {
  readonly kind: 'sgd';
}

export interface MomentumSpec {
  readonly kind: 'momentum';
  /** What the running sum of gradients keeps of itself in a step, from 0 to below 1. */
  readonly momentum: number;
  /** Looks one step ahead (Sutskever, Martens, Dahl, Hinton, ICML 2013, section 2); false if not given. */
  readonly nesterov?: boolean;
}

/** Duchi, Hazan, Singer (JMLR 12, 2011), as in tfjs: ε = 1e-7 inside the root. */
export interface AdagradSpec {
  readonly kind: 'adagrad';
  /** What the sum of squared gradients starts from, at least 0; 0.1 if not given. */
  readonly initialAccumulator?: number;
}

/**
 * Zeiler (arXiv:1212.5701), as in tfjs: a gradient is divided by the root of the mean square of those before it, in the
 * paper's algorithm 1 of those up to it. So the first step is that of plain gradient descent.
 */
export interface AdadeltaSpec {
  readonly kind: 'adadelta';
  /** Decay of both means; 0.95 if not given. */
  readonly rho?: number;
  readonly epsilon?: number;
}

/** Tieleman, Hinton (Coursera, Neural Networks for Machine Learning, lecture 6.5), with ε inside the root. */
export interface RmspropSpec {
  readonly kind: 'rmsprop';
  /** Of the mean of squares; 0.9 if not given. */
  readonly decay?: number;
  /** Of the running sum of steps; 0 if not given. */
  readonly momentum?: number;
  readonly epsilon?: number;
  /**
   * Divides by the standard deviation in place of the root mean square (Graves, arXiv:1308.0850, equations 38 to 45); false
   * if not given. tfjs subtracts ε here where the paper adds it, and gives NaN for every small gradient: this is the paper's.
   */
  readonly centered?: boolean;
}

/**
 * `adam`, `adamax`: Kingma, Ba (arXiv:1412.6980), algorithms 1 and 2, the latter with ε added to the norm as in tfjs.
 * `adamw`: Adam with the weight decay beside the gradient, not in it (Loshchilov, Hutter, arXiv:1711.05101, algorithm 2).
 */
export interface AdamSpec {
  readonly kind: 'adam' | 'adamw' | 'adamax';
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

/** How gradients become steps of the weights. Numbers that are not given are tfjs's. */
export type OptimizerSpec = SgdSpec | MomentumSpec | AdagradSpec | AdadeltaSpec | RmspropSpec | AdamSpec;

/** Adam's published decay rates (arXiv:1412.6980, algorithm 1) and tfjs's default epsilon. */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;
export const ADADELTA = { rho: 0.95, epsilon: 1e-7 } as const;
export const ADAGRAD = { initialAccumulator: 0.1, epsilon: 1e-7 } as const;
export const RMSPROP = { decay: 0.9, momentum: 0, epsilon: 1e-7, centered: false } as const;

const ADAMS = { beta1: DECAY, beta2: DECAY, epsilon: POSITIVE };

/** Every optimizer with its parameters. */
const OPTIMIZERS = {
  sgd: {},
  momentum: { momentum: needed(DECAY), nesterov: SWITCH },
  adagrad: { initialAccumulator: NOT_NEGATIVE },
  adadelta: { rho: DECAY, epsilon: POSITIVE },
  rmsprop: { decay: DECAY, momentum: DECAY, epsilon: POSITIVE, centered: SWITCH },
  adam: ADAMS,
  adamw: ADAMS,
  adamax: ADAMS,
} as const satisfies KindTable & Readonly<Record<OptimizerSpec['kind'], unknown>>;

export const OPTIMIZER_NAMES = Object.keys(OPTIMIZERS) as OptimizerSpec['kind'][];

/** @returns every problem of the optimizer, in words; empty if it is sound. */
export function optimizerProblems(spec: OptimizerSpec): string[] {
  return kindProblems('optimizer', OPTIMIZERS, spec);
}
