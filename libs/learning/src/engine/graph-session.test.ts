/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { GraphBuilder } from '../onnx/graph-builder.js';
import { floatsOf, floatTensor, GraphSession } from './graph-session.js';

function doubling(): Uint8Array {
  const graph = new GraphBuilder();
  const sum = graph.node('Add', [graph.input('x', [2]), 'x'], 1).outputs[0] as string;
  graph.output('y', sum, [2]);
  return graph.encode();
}

describe('GraphSession', () => {
  it('runs a graph and leaves its inputs as they are', async () => {
    const session = await GraphSession.create({ bytes: doubling(), threads: 1 });
    const x = Float32Array.of(1.5, -2);
    const { y } = await session.run({ x: floatTensor([2], x) });
    expect([...floatsOf(y as NonNullable<typeof y>)]).toEqual([3, -4]);
    expect([...x]).toEqual([1.5, -2]);
    await session.release();
  });

  it('refuses what is not an ONNX graph, with onnxruntime’s own error as the cause', async () => {
    const create = GraphSession.create({ bytes: Uint8Array.of(1, 2, 3), threads: 1 });
    await expect(create).rejects.toMatchObject({ code: 'session-failed', cause: expect.anything() });
  });

  it('refuses a run without all inputs or with one of another shape', async () => {
    const session = await GraphSession.create({ bytes: doubling(), threads: 1 });
    await expect(session.run({})).rejects.toMatchObject({ code: 'session-failed' });
    await expect(session.run({ x: floatTensor([3]) })).rejects.toMatchObject({ code: 'session-failed' });
    await session.release();
  });

  it('tells want of memory from other failures', async () => {
    const graph = new GraphBuilder();
    const endless = graph.node('Expand', [graph.input('x', [1]), graph.int64([2 ** 46])], 1).outputs as [string];
    const sum = graph.node('ReduceSum', [...endless, graph.int64([0])], 1, { attributes: { keepdims: 0 } });
    graph.output('y', sum.outputs[0] as string, []);
    const session = await GraphSession.create({ bytes: graph.encode(), threads: 1 });
    await expect(session.run({ x: floatTensor([1]) })).rejects.toMatchObject({
      code: 'out-of-memory',
      context: { device: 'cpu' },
    });
    await session.release();
  });
});
