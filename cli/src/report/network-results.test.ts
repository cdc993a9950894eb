import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { maskPng, overlayPng } from '@mammofed/imaging';
import { completedRun } from '../run-view.test-support.js';
import { readNetworks } from './network-results.js';

const SIZE = 16;
const display = new Uint8Array(SIZE * SIZE).map((_, i) => (i * 7) % 256);
/** The square from `from` to `to`. */
const square = (from: number, to: number): Uint8Array =>
  new Uint8Array(SIZE * SIZE).map((_, i) =>
    [i % SIZE, Math.floor(i / SIZE)].every((at) => at >= from && at < to) ? 1 : 0,
  );
const reference = square(2, 12);
/** As an agent draws it. */
const overlay = (mask: Uint8Array): Promise<Uint8Array> =>
  overlayPng({ display, size: SIZE, reference, predictions: [{ name: 'prediction', mask }] });

describe('readNetworks', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-networks-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  /** What an agent keeps of two images, of which it shows one. */
  async function keep(runId: string, shown: string, masks: Readonly<Record<string, Uint8Array>>): Promise<string> {
    const folder = join(dir, 'north', 'results', runId, 'round-2');
    for (const name of ['overlays', 'masks']) await mkdir(join(folder, name), { recursive: true });
    const files = Object.keys(masks);
    const write = (path: string, bytes: Uint8Array): Promise<void> => writeFile(join(folder, path), bytes);
    for (const [i, file] of files.entries())
      await write(`masks/${i + 1}.png`, await maskPng(masks[file] as Uint8Array, SIZE, SIZE));
    await write('overlays/1.png', await overlay(masks[shown] as Uint8Array));
    await write('overlays/1-original.png', await overlayPng({ display, size: SIZE, reference: null, predictions: [] }));
    await write('overlays/1-reference.png', await maskPng(reference, SIZE, SIZE));
    const pictures = { png: 'overlays/1.png', originalPng: 'overlays/1-original.png' };
    const overlays = [{ ...pictures, referencePng: 'overlays/1-reference.png', file: shown, dice: 0.5, rank: 'best' }];
    const images = files.map((file, i) => ({ file, dice: 0.5 + i / 10, maskPng: `masks/${i + 1}.png` }));
    await writeFile(join(folder, 'evaluation.json'), JSON.stringify({ images, overlays }));
    return folder;
  }

  const federated = [
    { model: 'unet', view: completedRun({ runId: 'run-1' }) },
    { model: 'deconvnet', view: completedRun({ runId: 'run-2' }) },
  ] as const;
  const read = () => readNetworks(federated, ['north'], (site) => join(dir, site));

  it('draws what the second network makes of the image that the first is shown on, as its agent would have', async () => {
    await keep('run-1', 'a.png', { 'a.png': square(3, 11), 'b.png': square(1, 9) });
    const second = square(4, 14);
    await keep('run-2', 'b.png', { 'b.png': square(0, 5), 'a.png': second });
    const networks = await read();
    expect(networks.map(({ model, round }) => [model, round])).toEqual([
      ['unet', 2],
      ['deconvnet', 2],
    ]);
    const overlays = networks.map(({ results }) => results[0]?.overlays ?? []);
    expect(overlays[0]?.map(({ file }) => file)).toEqual(['a.png']);
    expect(overlays[1]?.map(({ file, dice }) => [file, dice])).toEqual([
      ['b.png', 0.5],
      ['a.png', 0.6],
    ]);
    expect(Buffer.from(overlays[1]?.[1]?.png ?? [])).toEqual(Buffer.from(await overlay(second)));
  });

  it('goes without the picture where a mask is missing, damaged or of another shape, or lies elsewhere', async () => {
    await keep('run-1', 'a.png', { 'a.png': square(3, 11) });
    const folder = await keep('run-2', 'b.png', { 'b.png': square(0, 5), 'a.png': square(4, 14) });
    const files = async () => (await read())[1]?.results[0]?.overlays.map(({ file }) => file);
    expect(await files()).toEqual(['b.png', 'a.png']);
    await writeFile(join(folder, 'masks', '2.png'), await maskPng(new Uint8Array(2 * SIZE), SIZE, 2));
    expect(await files()).toEqual(['b.png']);
    await writeFile(join(folder, 'masks', '2.png'), 'no picture');
    expect(await files()).toEqual(['b.png']);
    await rm(join(folder, 'masks'), { recursive: true });
    expect(await files()).toEqual(['b.png']);
    await writeFile(join(folder, 'secret.png'), await maskPng(square(4, 14), SIZE, SIZE));
    const images = [{ file: 'a.png', dice: 0.6, maskPng: 'masks/../secret.png' }];
    await writeFile(join(folder, 'evaluation.json'), JSON.stringify({ images, overlays: [] }));
    expect(await files()).toEqual([]);
  });
});
