// Loads what is written for other programs with those programs' own readers.
import { tf, tfLayers } from '../tfjs.js';
import * as ort from 'onnxruntime-node';
import type { StockModel } from './stock-model.js';
import { TFJS_MODEL_FILE, type WrittenFile } from './tfjs-files.js';

export function fileNamed(files: readonly WrittenFile[], name: string): Uint8Array {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`there is no file ${name}`);
  return file.bytes;
}

/** The model as tfjs's own loader reads the files: no class of ours is registered with it. */
export async function loadedByTfjs(files: readonly WrittenFile[]): Promise<tfLayers.LayersModel> {
  await tf.setBackend('cpu');
  const json = JSON.parse(Buffer.from(fileNamed(files, TFJS_MODEL_FILE)).toString()) as tf.io.ModelJSON;
  const artifacts = await tf.io.getModelArtifactsForJSON(json, async (manifest) => {
    const specs = manifest.flatMap(({ weights }) => weights);
    const shards = manifest.flatMap(({ paths }) => paths.map((path) => Buffer.from(fileNamed(files, path))));
    return [specs, Uint8Array.from(Buffer.concat(shards)).buffer];
  });
  return tfLayers.loadLayersModel({ load: async () => artifacts });
}

/** A model without trained weights as tfjs's own loader reads its description. */
export async function describedToTfjs({ topology, constants }: StockModel): Promise<tfLayers.LayersModel> {
  await tf.setBackend('cpu');
  const weightSpecs = constants.map(({ name, shape }) => ({ name, shape: [...shape], dtype: 'float32' as const }));
  const weightData = Uint8Array.from(Buffer.concat(constants.map(({ data }) => Buffer.from(data.buffer)))).buffer;
  return tfLayers.loadLayersModel({
    load: async () => ({ modelTopology: topology as object, weightSpecs, weightData }),
  });
}

/** Probabilities for images (B, S, S, 1) by tfjs's JavaScript. */
export async function predictedByTfjs(
  model: tfLayers.LayersModel,
  shape: readonly number[],
  images: Float32Array,
): Promise<Float32Array> {
  await tf.setBackend('cpu');
  return tf.tidy(() => Float32Array.from((model.predict(tf.tensor(images, [...shape])) as tf.Tensor).dataSync()));
}

/** Probabilities for an image (1, S, S, 1) by onnxruntime, from nothing but a file. */
export async function predictedByOnnxruntime(
  file: Uint8Array,
  shape: readonly number[],
  image: Float32Array,
): Promise<Float32Array> {
  const session = await ort.InferenceSession.create(file, { executionProviders: ['cpu'] });
  const { probabilities } = await session.run({ images: new ort.Tensor('float32', image, [...shape]) });
  await session.release();
  return probabilities?.data as Float32Array;
}
