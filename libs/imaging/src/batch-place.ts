/** One example and its place in a batch. */
export interface AugmentOptions {
  /** The example's planes, shape (S, S); left unchanged. */
  readonly image: Float32Array;
  readonly mask: Uint8Array;
  /** S, in pixels. */
  readonly size: number;
  /** The batch's planes, shape (B, S, S); S*S elements are written from `offset` on. */
  readonly images: Float32Array;
  readonly masks: Float32Array;
  /** In elements: the example's index in the batch times S*S. */
  readonly offset: number;
}
