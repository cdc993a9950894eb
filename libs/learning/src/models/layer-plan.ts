import { LearningError } from '../errors.js';

/** One convolution of a network and what belongs to it: everything that decides the shapes of its weights. */
export interface ConvolutionPlan {
  /** Name of the layer, unique in the model. */
  readonly name: string;
  /**
   * `up-convolution`: its windows do not overlap and enlarge the image by the kernel's size. `deconvolution`: a
   * transposed convolution of stride 1. `interpolation`: a transposed convolution of one channel whose stride is half the
   * kernel's size, and which begins as bilinear interpolation.
   */
  readonly kind: 'convolution' | 'up-convolution' | 'deconvolution' | 'interpolation';
  readonly kernelSize: number;
  /** Of a `convolution`; 1 if not given. */
  readonly stride?: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  /** What its result is given: a bias, or a normalization, the layer `<name>/norm`, which would cancel a bias. */
  readonly completion: 'bias' | 'batch-normalization' | 'instance-normalization' | 'nothing';
  /** Where its normalization's gamma begins; at 1 if not given. */
  readonly initialGamma?: number;
}

/** Name, shape and start of one of a model's tensors. */
export interface TensorPlan {
  readonly name: string;
  readonly shape: readonly number[];
  /** How many numbers one output of the layer sums over; 0 for what is no kernel. */
  readonly fanIn: number;
  /** What every element is before training, or what each is; kernels with a fan-in above 0 are drawn instead. */
  readonly initialValue: number | readonly number[];
}

/** The channel count of a published network at a width: rounded, and at least 1. */
export function scaledChannels(published: number, width: number): number {
  return Math.max(1, Math.round(published * width));
}

/** Finds a network's convolutions by their names. */
export function planFinder(plans: readonly ConvolutionPlan[]): (name: string) => ConvolutionPlan {
  const byName = new Map(plans.map((plan) => [plan.name, plan]));
  return (name) => {
    const plan = byName.get(name);
    if (plan === undefined) throw new LearningError('compile-failed', `the network's plan has no convolution ${name}`);
    return plan;
  };
}

/** The name of the normalization after a convolution. */
export function normalizationName(convolutionName: string): string {
  return `${convolutionName}/norm`;
}

/** A convolution's tensors: its kernel, then its bias or those of its normalization. */
export function tensorsOf(plan: ConvolutionPlan): TensorPlan[] {
  const kernel = kernelPlan(plan);
  switch (plan.completion) {
    case 'nothing':
      return [kernel];
    case 'bias':
      return [kernel, perChannel(plan, `${plan.name}/bias`, 0)];
    case 'instance-normalization':
      return [kernel, ...affinePlans(plan)];
    case 'batch-normalization':
      return [kernel, ...affinePlans(plan), ...statisticsPlans(plan)];
  }
}

function kernelPlan({ name, kind, kernelSize, inputChannels, outputChannels }: ConvolutionPlan): TensorPlan {
  const kernel = { name: `${name}/kernel`, initialValue: 0 };
  // tfjs keeps the channels of a transposed kernel the other way round.
  const transposed = [kernelSize, kernelSize, outputChannels, inputChannels];
  const overlapping = kernelSize * kernelSize * inputChannels;
  switch (kind) {
    case 'convolution':
      return { ...kernel, shape: [kernelSize, kernelSize, inputChannels, outputChannels], fanIn: overlapping };
    case 'deconvolution':
      return { ...kernel, shape: transposed, fanIn: overlapping };
    case 'up-convolution':
      // Each output pixel sees one input pixel.
      return { ...kernel, shape: transposed, fanIn: inputChannels };
    case 'interpolation':
      return { name: kernel.name, shape: transposed, fanIn: 0, initialValue: bilinearKernel(kernelSize) };
  }
}

/** How much a pixel of the smaller image gives to those of the larger one around it, row by row; `size` is even. */
function bilinearKernel(size: number): number[] {
  const factor = size / 2;
  const shares = Array.from({ length: size }, (_, i) => 1 - Math.abs(i + 0.5 - factor) / factor);
  return shares.flatMap((row) => shares.map((column) => row * column));
}

function affinePlans(plan: ConvolutionPlan): TensorPlan[] {
  return normalizationPlans(plan, { gamma: plan.initialGamma ?? 1, beta: 0 });
}

function statisticsPlans(plan: ConvolutionPlan): TensorPlan[] {
  return normalizationPlans(plan, { moving_mean: 0, moving_variance: 1 });
}

function normalizationPlans(plan: ConvolutionPlan, initialValues: Readonly<Record<string, number>>): TensorPlan[] {
  const layer = normalizationName(plan.name);
  return Object.entries(initialValues).map(([tensor, value]) => perChannel(plan, `${layer}/${tensor}`, value));
}

function perChannel({ outputChannels }: ConvolutionPlan, name: string, initialValue: number): TensorPlan {
  return { name, shape: [outputChannels], fanIn: 0, initialValue };
}
