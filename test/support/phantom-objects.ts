import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeGrey, decodeMask, encodeSegmentation, openLayout } from '@mammofed/imaging';
import { greyPixelsDump, SYNTAXES } from './dicom-files.js';

const run = promisify(execFile);

/**
 * Makes of a folder of drawn images what a PACS would have: of each a mammogram of 12 bits, by turns in the transfer syntaxes
 * that dcmtk writes, and a segmentation of its mask.
 * @param data - a folder in the pairs layout, all of 8 bits.
 * @returns the files.
 */
export async function writePhantomObjects(data: string, dir: string): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const { cases } = await openLayout(data, 'pairs');
  const files: string[] = [];
  for (const [i, { file, patient }] of cases.entries()) {
    const { width, height, grey } = await decodeGrey(await readFile(join(data, 'images', file)));
    const [pixels, dump, plain] = ['pixels.tmp', 'dump.tmp', 'plain.tmp'].map((name) => join(dir, name));
    await writeFile(pixels ?? '', new Uint8Array(Uint16Array.from(grey, (value) => value * 16).buffer));
    await writeFile(dump ?? '', dumpOf(i, patient, width, height, pixels ?? ''));
    await run('dump2dcm', ['+te', dump ?? '', plain ?? '']);
    const image = join(dir, `image-${i}.dcm`);
    const [program = '', ...options] = Object.values(SYNTAXES)[i % Object.keys(SYNTAXES).length] ?? [];
    await run(program, [...options, ...(program === 'dcmconv' ? [] : ['+un']), plain ?? '', image]);
    const mask = await decodeMask(await readFile(join(data, 'masks', file)));
    const by = { modelSha256: '0'.repeat(64), version: '0', atMs: Date.UTC(2021, 2, 31) };
    const segmentation = join(dir, `mask-${i}.dcm`);
    // Of the plain file: what refers to the image is the same.
    await writeFile(segmentation, encodeSegmentation(new Uint8Array(await readFile(plain ?? '')), file, mask, by));
    for (const scratch of [pixels, dump, plain]) await rm(scratch ?? '');
    files.push(image, segmentation);
  }
  return files;
}

function dumpOf(index: number, patient: string, width: number, height: number, pixels: string): string {
  return `(0008,0016) UI [1.2.840.10008.5.1.4.1.1.1.2]
(0008,0018) UI [2.25.7${index}3]
(0008,0020) DA [20210331]
(0008,0060) CS [MG]
(0008,0068) CS [FOR PRESENTATION]
(0010,0010) PN [Phantom^${index}]
(0010,0020) LO [${patient}]
(0018,1164) DS [0.1\\0.1]
(0018,5101) CS [CC]
(0020,000d) UI [2.25.7${index}1]
(0020,000e) UI [2.25.7${index}2]
(0020,0020) CS [A\\F]
${greyPixelsDump(width, height, pixels)}`;
}
