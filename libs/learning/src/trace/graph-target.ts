/**
 * What a graph is written for. It means the same wherever it runs: the target only decides by which operators, since
 * onnxruntime's providers do not have the same ones, nor the same that are fast.
 */
export type GraphTarget =
  | {
      readonly device: 'cpu';
      /** Channels in a block of the layout `nchwc`; absent or undefined where there is no such layout. */
      readonly channelBlock?: number | undefined;
    }
  | { readonly device: 'webgpu' | 'cuda' };

/** Where a graph runs: onnxruntime's name of the provider. */
export type Device = GraphTarget['device'];

/** Any processor: standard operators, and those of onnxruntime that it has everywhere. */
export const ANY_CPU: GraphTarget = { device: 'cpu' };
