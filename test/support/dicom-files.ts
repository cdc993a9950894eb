import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const run = promisify(execFile);

/** How dcmtk writes each: the eight transfer syntaxes that it can make of any image. */
export const SYNTAXES: Readonly<Record<string, readonly string[]>> = {
  'implicit-le': ['dcmconv', '+ti'],
  'explicit-le': ['dcmconv', '+te'],
  'explicit-be': ['dcmconv', '+tb'],
  deflated: ['dcmconv', '+td'],
  rle: ['dcmcrle'],
  'jpeg-lossless-57': ['dcmcjpeg', '+el'],
  'jpeg-lossless-70': ['dcmcjpeg', '+e1'],
  'jpegls-80': ['dcmcjpls', '+el'],
};

/** What every file made here says of itself, so that tests can search for it where it must not be. */
export const PATIENT = { name: 'Zwetschgenhuber^Annabella', id: 'PID-4711-0815', birthDate: '19530417' };

export interface MadeStudy {
  readonly studyUid: string;
  readonly seriesUid: string;
  /** Study date, YYYYMMDD. */
  readonly date: string;
  readonly laterality: 'L' | 'R';
  readonly view: string;
  /** Of its square images, in pixels. */
  readonly side: number;
  /** Digits that tell its instances from others'. */
  readonly number: number;
}

/** Writes one mammogram of noise in eight transfer syntaxes, each an instance of its own. @returns the files. */
export async function makeMammograms(dir: string, study: MadeStudy): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const files: string[] = [];
  for (const [index, [name, [program = '', ...options]]] of Object.entries(SYNTAXES).entries()) {
    const plain = join(dir, 'plain.tmp');
    await writeFile(
      join(dir, 'pixels.tmp'),
      Buffer.from(randomBytes(study.side ** 2 * 2).map((byte, at) => (at % 2 === 0 ? byte : byte & 15))),
    );
    await writeFile(
      join(dir, 'dump.tmp'),
      dumpOf(study, `2.25.${study.number}${String(index).padStart(3, '0')}`, join(dir, 'pixels.tmp')),
    );
    await run('dump2dcm', ['+te', join(dir, 'dump.tmp'), plain]);
    const file = join(dir, `${name}.dcm`);
    // A lossless copy keeps its UID only if it is told to.
    const keepsUid = program === 'dcmconv' ? [] : ['+un'];
    await run(program, [...options, ...keepsUid, plain, file]);
    files.push(file);
  }
  return files;
}

function dumpOf(
  { studyUid, seriesUid, date, laterality, view, side }: MadeStudy,
  sopUid: string,
  pixels: string,
): string {
  return `(0008,0016) UI [1.2.840.10008.5.1.4.1.1.1.2]
(0008,0018) UI [${sopUid}]
(0008,0020) DA [${date}]
(0008,0060) CS [MG]
(0008,1030) LO [Screening mammography]
(0008,1032) SQ
(fffe,e000) -
(0008,0100) SH [MAMMO]
(0008,0102) SH [99LOCAL]
(0008,0104) LO [Mammography]
(fffe,e00d) -
(fffe,e0dd) -
(0010,0010) PN [${PATIENT.name}]
(0010,0020) LO [${PATIENT.id}]
(0010,0030) DA [${PATIENT.birthDate}]
(0018,5101) CS [${view}]
(0020,000d) UI [${studyUid}]
(0020,000e) UI [${seriesUid}]
(0020,0062) CS [${laterality}]
${greyPixelsDump(side, side, pixels)}`;
}

/** The lines of a dump that describe a grey image of 12 bits. @param pixels - the file that holds them, two bytes each. */
export function greyPixelsDump(width: number, height: number, pixels: string): string {
  return `(0028,0002) US 1
(0028,0004) CS [MONOCHROME2]
(0028,0010) US ${height}
(0028,0011) US ${width}
(0028,0100) US 16
(0028,0101) US 12
(0028,0102) US 11
(0028,0103) US 0
(7fe0,0010) OW =${pixels}
`;
}

/**
 * The golden files of one kind of pixels, of which all have one SOP Instance UID, as instances of their own.
 * @returns the files; none where the golden set is not there.
 */
export async function goldenAsInstances(golden: string, kind: string, dir: string): Promise<string[]> {
  const names = (await readdir(golden).catch(() => [])).filter(
    (name) => name.startsWith(`${kind}.`) && name.endsWith('.dcm'),
  );
  await mkdir(dir, { recursive: true });
  const files: string[] = [];
  for (const [index, name] of names.sort().entries()) {
    const file = join(dir, basename(name));
    await copyFile(join(golden, name), file);
    await writeFile(file, withOwnUid(await readFile(file), index));
    files.push(file);
  }
  return files;
}

const DEFLATED = '1.2.840.10008.1.2.1.99';

/** Another SOP Instance UID of the same length, in the head and in the data set. */
function withOwnUid(file: Buffer, index: number): Buffer {
  const datasetAt = datasetOffset(file);
  const head = file.subarray(0, datasetAt);
  const isDeflated = head.includes(DEFLATED);
  const dataset = isDeflated ? inflateRawSync(file.subarray(datasetAt)) : file.subarray(datasetAt);
  const uid = /[0-9.]{20,64}/.exec(head.toString('latin1', head.indexOf(Buffer.from([2, 0, 3, 0])) + 8))?.[0] ?? '';
  const own = uid.slice(0, -3) + String(100 + index);
  const replaced = (part: Buffer): Buffer => Buffer.from(part.toString('latin1').replaceAll(uid, own), 'latin1');
  const changed = replaced(dataset);
  const encoded = isDeflated ? deflateRawSync(changed) : changed;
  return Buffer.concat([replaced(head), encoded, Buffer.alloc(encoded.length % 2)]);
}

/** The data set of a Part 10 file; inflated, because whoever passes a deflated one on deflates it its own way. */
export function datasetOf(file: Buffer): Buffer {
  const datasetAt = datasetOffset(file);
  const dataset = file.subarray(datasetAt);
  return file.subarray(0, datasetAt).includes(DEFLATED) ? inflateRawSync(dataset) : dataset;
}

/** After the group of file meta information, whose length it says first. */
function datasetOffset(file: Buffer): number {
  return 144 + file.readUInt32LE(140);
}
