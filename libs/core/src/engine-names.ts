/**
 * What can train at a site: `cpu`, `webgpu` and `cuda` run the compiled step in onnxruntime, the others run the same model
 * in TensorFlow, from an npm package that a site adds itself.
 */
export const ENGINE_NAMES = ['cuda', 'tfjs-node-gpu', 'webgpu', 'tfjs-node', 'cpu'] as const;

export type EngineName = (typeof ENGINE_NAMES)[number];
