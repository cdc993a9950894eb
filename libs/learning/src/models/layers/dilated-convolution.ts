import { tf, tfLayers } from '../../tfjs.js';

/** What a {@link DilatedConvolution} is made of. */
export interface DilatedConvolutionSettings {
  readonly name: string;
  readonly filters: number;
  /** Rows and columns of taps. */
  readonly kernelSize: number;
  /** How far the taps are apart. */
  readonly rate: number;
  /** Whether it has a bias; it has one if not given. */
  readonly useBias?: boolean;
}

/**
 * A convolution of images (B, H, W, C) whose taps are `rate` places apart, of stride 1, with zeros around the image so that
 * the result has its size; weights `kernel` (k, k, C, filters) and maybe `bias` (filters,), both zero. tfjs's own layer has no
 * gradient with a rate above 1. Here the image is taken apart by the remainders of its rows and columns by the rate, each
 * part is convolved without holes, and the parts are put together again: the same sums.
 * @see Yu, Koltun, Multi-Scale Context Aggregation by Dilated Convolutions (arXiv:1511.07122), equation 2.
 */
export class DilatedConvolution extends tfLayers.layers.Layer {
  static readonly className = 'MammofedDilatedConvolution';
  readonly settings: DilatedConvolutionSettings;
  #kernel: tfLayers.LayerVariable | undefined;
  #bias: tfLayers.LayerVariable | undefined;

  constructor(settings: DilatedConvolutionSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override build(inputShape: tfLayers.Shape | tfLayers.Shape[]): void {
    const { kernelSize, filters, useBias = true } = this.settings;
    const [channels] = (inputShape as tfLayers.Shape).slice(-1) as [number];
    const { zeros } = tfLayers.initializers;
    this.#kernel = this.addWeight('kernel', [kernelSize, kernelSize, channels, filters], 'float32', zeros());
    if (useBias) this.#bias = this.addWeight('bias', [filters], 'float32', zeros());
    this.built = true;
  }

  override computeOutputShape(inputShape: tfLayers.Shape | tfLayers.Shape[]): tfLayers.Shape {
    return [...(inputShape as tfLayers.Shape).slice(0, -1), this.settings.filters];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
    const { rate } = this.settings;
    return tf.tidy(() => {
      const kernel = (this.#kernel as tfLayers.LayerVariable).read() as tf.Tensor4D;
      const bias = this.#bias?.read() as tf.Tensor1D | undefined;
      const margins = [x.shape[1], x.shape[2]].map((size) => this.#margins(size));
      const apart = tf.spaceToBatchND(
        x,
        [rate, rate],
        margins.map(({ before, after, rest }) => [before, after + rest]),
      );
      const convolution = { x: apart, filter: kernel, strides: 1, pad: 'valid' } as const;
      const convolved = tf.fused.conv2d(bias === undefined ? convolution : { ...convolution, bias });
      return tf.batchToSpaceND(
        convolved,
        [rate, rate],
        margins.map(({ rest }) => [0, rest]),
      );
    });
  }

  /** Zeros around the image: as many as the taps reach beyond it, and at the end what lacks to a multiple of the rate. */
  #margins(size: number): { before: number; after: number; rest: number } {
    const { kernelSize, rate } = this.settings;
    const beyond = rate * (kernelSize - 1);
    const before = Math.floor(beyond / 2);
    const rest = (rate - ((size + beyond) % rate)) % rate;
    return { before, after: beyond - before, rest };
  }
}
