import type { LossSpec, OptimizerSpec } from '@mammofed/core';
import type { ModelSpec } from '../model-spec.js';
import type { LearningRateSchedule } from '../optimizers/learning-rate.js';
import type { GradientClip, LocalObjective } from '../optimizers/update-rule.js';
import type { PerExampleClip } from '../per-example.js';
import type { Device } from '../trace/graph-target.js';

export interface TrainingOptions {
  readonly spec: ModelSpec;
  /** Images in every step. */
  readonly batchSize: number;
  /**
   * In how many equal parts a batch goes through the model, one after the other, for want of memory; 1 if not given. The update
   * is that of the whole batch, but for rounding. Not for models with batch normalization.
   */
  readonly microBatches?: number;
  /** The highest of the schedule. */
  readonly learningRate: number;
  /** Constant if not given. */
  readonly schedule?: LearningRateSchedule;
  /** Threads that work on one operation of a step. */
  readonly threads: number;
  /** Adam if not given. */
  readonly optimizer?: OptimizerSpec;
  /** Cross-entropy plus soft Dice if not given. */
  readonly loss?: LossSpec;
  /** As in `UpdateRule`; 0 if not given. */
  readonly weightDecay?: number;
  /** Gradients are not clipped if not given. */
  readonly clip?: GradientClip;
  /** For differential privacy: each image's gradient is clipped by itself, and every step is given its noise. */
  readonly perExample?: PerExampleClip;
  /** As in `UpdateRule`; without it there are no averaged weights. */
  readonly averageDecay?: number;
  /** What is minimized in place of the loss alone. */
  readonly objective?: LocalObjective;
  /** Layers, by the beginnings of their names, that keep their weights and statistics. */
  readonly frozenLayers?: readonly string[];
  /** Layers, by the beginnings of their names, that are trained, but belong to the site alone. */
  readonly localOnlyLayers?: readonly string[];
  /** Where the steps run; the CPU if not given. */
  readonly device?: Device;
  /**
   * In which of so many steps `advance` waits for the device and reads the losses; if not given, every
   * one, and every eighth on a WebGPU device.
   */
  readonly lossesEvery?: number;
}

/** A batch that goes through the model in parts, because its GPU has not enough memory for the whole of it. */
export interface BatchSplit {
  /** Images of the batch. */
  readonly batchSize: number;
  /** In how many equal parts they go now. */
  readonly microBatches: number;
}
