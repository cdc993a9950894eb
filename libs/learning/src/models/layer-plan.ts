/** One convolution of a network and what belongs to it: everything that decides the shapes of its weights. */
export interface ConvolutionPlan {
  /** Name of the layer, unique in the model. */
  readonly name: string;
  /**
   * `up-convolution`: its windows do not overlap and enlarge the image by the kernel's size. `deconvolution`: a
   * transposed convolution of stride 1.
   */
  readonly kind: 'convolution' | 'up-convolution' | 'deconvolution';
  readonly kernelSize: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  /** Followed by batch normalization, the layer `<name>/norm`; such a convolution has no bias, which it would cancel. */
  readonly isNormalized: boolean;
}

/** Name, shape and start of one of a model's tensors. */
export interface TensorPlan {
  readonly name: string;
  readonly shape: readonly number[];
  /** How many numbers one output of the layer sums over; 0 for what is no kernel. */
  readonly fanIn: number;
  /** What every element is before training; kernels (fan-in above 0) are drawn instead. */
  readonly initialValue: number;
}

/** The channel count of a published network at a width: rounded, and at least 1. */
export function scaledChannels(published: number, width: number): number {
  return Math.max(1, Math.round(published * width));
}

/** The name of the batch normalization after a convolution. */
export function normalizationName(convolutionName: string): string {
  return `${convolutionName}/norm`;
}

/** A convolution's tensors: its kernel, then its bias or the four of its batch normalization. */
export function tensorsOf(plan: ConvolutionPlan): TensorPlan[] {
  return [
    kernelPlan(plan),
    ...(plan.isNormalized ? normalizationPlans(plan) : [perChannel(plan, `${plan.name}/bias`, 0)]),
  ];
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
  }
}

function normalizationPlans(plan: ConvolutionPlan): TensorPlan[] {
  const initialValues = { gamma: 1, beta: 0, moving_mean: 0, moving_variance: 1 };
  const layer = normalizationName(plan.name);
  return Object.entries(initialValues).map(([tensor, value]) => perChannel(plan, `${layer}/${tensor}`, value));
}

function perChannel({ outputChannels }: ConvolutionPlan, name: string, initialValue: number): TensorPlan {
  return { name, shape: [outputChannels], fanIn: 0, initialValue };
}
