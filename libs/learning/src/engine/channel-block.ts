import { GraphBuilder } from '../onnx/graph-builder.js';
import { LearningError } from '../errors.js';
import type { Device, GraphTarget } from '../trace/graph-target.js';
import { floatTensor, GraphSession } from './graph-session.js';

let asked: Promise<number | undefined> | undefined;

/**
 * How many channels onnxruntime keeps side by side in its blocked layout on this machine: as many as a vector of the
 * processor holds, 16 with AVX-512 and 8 with AVX2. Undefined where it has no such layout.
 */
export function channelBlock(): Promise<number | undefined> {
  return (asked ??= ask());
}

/** What a training step that runs here, on this device, is written for. */
export async function targetHere(device: Device): Promise<GraphTarget> {
  return device === 'cpu' ? { device, channelBlock: await channelBlock() } : { device };
}

async function ask(): Promise<number | undefined> {
  // onnxruntime tells it by nothing but what it does: it fills up the channels of an image to a whole block.
  const channels = 4;
  const graph = new GraphBuilder();
  const image = graph.input('image', [1, channels, 1, 1]);
  const { outputs } = graph.node('ReorderInput', [image], 1, { domain: 'com.microsoft.nchwc' });
  graph.output('filled', outputs[0] as string, [1, channels, 1, 1]);
  try {
    const session = await GraphSession.create({ bytes: graph.encode(), threads: 1 });
    const { filled: tensor } = await session.run({ image: floatTensor([1, channels, 1, 1]) });
    await session.release();
    const block = tensor?.dims[1] as number;
    return block > channels ? block : undefined;
  } catch (error) {
    if (error instanceof LearningError && error.code === 'session-failed') return undefined;
    throw error;
  }
}
