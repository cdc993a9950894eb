import {
  ADADELTA,
  ADAGRAD,
  ADAM,
  RMSPROP,
  type AdadeltaSpec,
  type AdagradSpec,
  type AdamSpec,
  type MomentumSpec,
  type OptimizerSpec,
  type RmspropSpec,
} from '@mammofed/core';
import { tf } from '../tfjs.js';

/** Numbers that an optimizer keeps from one step to the next. */
export interface SlotPlan {
  readonly name: string;
  /** Whether there is one number for each weight, shape (P,); else there is one in all, shape (). */
  readonly isPerWeight: boolean;
  /** What all of them are before the first step. */
  readonly initialValue: number;
}

export type SlotTensors = Readonly<Record<string, tf.Tensor>>;

/** An optimizer as a function: it keeps nothing itself. */
export interface Algorithm {
  readonly slots: readonly SlotPlan[];
  /**
   * @param gradient - shape (P,).
   * @param slots - by their names.
   * @param rate - the learning rate, shape ().
   * @returns what is to be subtracted from the weights, shape (P,), and the slots after the step.
   */
  readonly step: (
    gradient: tf.Tensor,
    slots: SlotTensors,
    rate: tf.Tensor,
  ) => { readonly change: tf.Tensor; readonly slots: SlotTensors };
}

/**
 * The numbers are combined in the order of tfjs's optimizers, so that they are theirs to the last bit wherever both do the
 * same. tfjs's own keep the learning rate as a number that would be fixed in the graph.
 */
export function algorithmOf(spec: OptimizerSpec): Algorithm {
  switch (spec.kind) {
    case 'sgd':
      return algorithm({}, (gradient, _, rate) => ({ change: tf.mul(gradient, rate), slots: {} }));
    case 'momentum':
      return momentum(spec);
    case 'adagrad':
      return adagrad(spec);
    case 'adadelta':
      return adadelta(spec);
    case 'rmsprop':
      return spec.centered === true ? centeredRmsprop(spec) : rmsprop(spec);
    case 'adam':
    case 'adamw':
      return adam(spec);
    case 'adamax':
      return adamax(spec);
  }
}

function momentum({ momentum: kept, nesterov = false }: MomentumSpec): Algorithm {
  return algorithm({ sum: perWeight(0) }, (gradient, slots, rate) => {
    const sum = tf.add(tf.mul(slots.sum, kept), gradient);
    const direction = nesterov ? tf.add(gradient, tf.mul(sum, kept)) : sum;
    return { change: tf.mul(direction, rate), slots: { sum } };
  });
}

function adagrad({ initialAccumulator = ADAGRAD.initialAccumulator }: AdagradSpec): Algorithm {
  return algorithm({ squares: perWeight(initialAccumulator) }, (gradient, slots, rate) => {
    const squares = tf.add(slots.squares, tf.square(gradient));
    const direction = tf.div(gradient, tf.sqrt(tf.add(squares, ADAGRAD.epsilon)));
    return { change: tf.mul(direction, rate), slots: { squares } };
  });
}

function adadelta({ rho = ADADELTA.rho, epsilon = ADADELTA.epsilon }: AdadeltaSpec): Algorithm {
  return algorithm({ gradients: perWeight(0), updates: perWeight(0) }, (gradient, slots, rate) => {
    const scale = tf.div(tf.sqrt(tf.add(slots.updates, epsilon)), tf.sqrt(tf.add(slots.gradients, epsilon)));
    const update = tf.mul(scale, gradient);
    return {
      change: tf.mul(update, rate),
      slots: {
        gradients: mean(slots.gradients, tf.square(gradient), rho),
        updates: mean(slots.updates, tf.square(update), rho),
      },
    };
  });
}

function rmsprop(spec: RmspropSpec): Algorithm {
  const { decay = RMSPROP.decay, epsilon = RMSPROP.epsilon } = spec;
  return withMomentum(
    spec,
    algorithm({ squares: perWeight(0) }, (gradient, slots, rate) => {
      const squares = mean(slots.squares, tf.square(gradient), decay);
      const change = tf.div(tf.mul(gradient, rate), tf.sqrt(tf.add(squares, epsilon)));
      return { change, slots: { squares } };
    }),
  );
}

function centeredRmsprop(spec: RmspropSpec): Algorithm {
  const { decay = RMSPROP.decay, epsilon = RMSPROP.epsilon } = spec;
  return withMomentum(
    spec,
    algorithm({ squares: perWeight(0), gradients: perWeight(0) }, (gradient, slots, rate) => {
      const squares = mean(slots.squares, tf.square(gradient), decay);
      const gradients = mean(slots.gradients, gradient, decay);
      // A variance is not negative, but its rounding error is where gradients hardly change.
      const variance = tf.relu(tf.sub(squares, tf.square(gradients)));
      const change = tf.div(tf.mul(gradient, rate), tf.sqrt(tf.add(variance, epsilon)));
      return { change, slots: { squares, gradients } };
    }),
  );
}

/** RMSProp's momentum is of the steps, with the learning rate each was taken at. */
function withMomentum({ momentum: kept = RMSPROP.momentum }: RmspropSpec, inner: Algorithm): Algorithm {
  if (kept === 0) return inner;
  return {
    slots: [...inner.slots, { name: 'steps', ...perWeight(0) }],
    step: (gradient, slots, rate) => {
      const next = inner.step(gradient, slots, rate);
      const steps = tf.add(tf.mul(slots.steps as tf.Tensor, kept), next.change);
      return { change: steps, slots: { ...next.slots, steps } };
    },
  };
}

function adam({ beta1 = ADAM.beta1, beta2 = ADAM.beta2, epsilon = ADAM.epsilon }: AdamSpec): Algorithm {
  const start = { m: perWeight(0), v: perWeight(0), beta1Power: inAll(beta1), beta2Power: inAll(beta2) };
  return algorithm(start, (gradient, slots, rate) => {
    const m = mean(slots.m, gradient, beta1);
    const v = mean(slots.v, tf.square(gradient), beta2);
    const unbiasedM = tf.div(m, tf.sub(1, slots.beta1Power));
    const unbiasedV = tf.div(v, tf.sub(1, slots.beta2Power));
    const direction = tf.div(unbiasedM, tf.add(tf.sqrt(unbiasedV), epsilon));
    const powers = { beta1Power: tf.mul(slots.beta1Power, beta1), beta2Power: tf.mul(slots.beta2Power, beta2) };
    return { change: tf.mul(direction, rate), slots: { m, v, ...powers } };
  });
}

function adamax({ beta1 = ADAM.beta1, beta2 = ADAM.beta2, epsilon = ADAM.epsilon }: AdamSpec): Algorithm {
  return algorithm({ m: perWeight(0), u: perWeight(0), beta1Power: inAll(beta1) }, (gradient, slots, rate) => {
    const m = mean(slots.m, gradient, beta1);
    const u = tf.maximum(tf.mul(slots.u, beta2), tf.abs(gradient));
    const unbiasedRate = tf.div(rate, tf.sub(1, slots.beta1Power));
    const change = tf.mul(unbiasedRate, tf.div(m, tf.add(u, epsilon)));
    return { change, slots: { m, u, beta1Power: tf.mul(slots.beta1Power, beta1) } };
  });
}

/** The exponential mean: kept · before + (1 − kept) · now. */
function mean(before: tf.Tensor, now: tf.Tensor, kept: number): tf.Tensor {
  return tf.add(tf.mul(before, kept), tf.mul(now, 1 - kept));
}

type SlotStart = Omit<SlotPlan, 'name'>;

function perWeight(initialValue: number): SlotStart {
  return { isPerWeight: true, initialValue };
}

function inAll(initialValue: number): SlotStart {
  return { isPerWeight: false, initialValue };
}

function algorithm<Name extends string>(
  start: Readonly<Record<Name, SlotStart>>,
  step: (
    gradient: tf.Tensor,
    slots: Readonly<Record<Name, tf.Tensor>>,
    rate: tf.Tensor,
  ) => { readonly change: tf.Tensor; readonly slots: Readonly<Record<Name, tf.Tensor>> },
): Algorithm {
  return {
    slots: Object.entries<SlotStart>(start).map(([name, slot]) => ({ name, ...slot })),
    step: step as Algorithm['step'],
  };
}
