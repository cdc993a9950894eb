// A process that reads one damaged file after another, as it is told; see ReadingProcess, which starts it compiled.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { decodeGrey, decodeMask } from '../decode.js';
import { readDicomHeader } from '../dicom/header.js';
import { readDicomImage } from '../dicom/read-dicom.js';
import { readSegmentation } from '../dicom/segmentation.js';
import { ImagingError } from '../errors.js';
import type { Layout } from '../layouts/layout.js';
import { openLayout } from '../layouts/open-layout.js';
import type { SampleKind } from './samples.test-support.js';

/** What to read: a file, or a folder in its layout. */
export type ReadRequest = { readonly path: string } & (
  { readonly kind: SampleKind } | { readonly kind: 'folder'; readonly layout: Layout }
);

/** What came of it. */
export interface ReadReply {
  /** How often each code, or `read`, or `words` (a short reason without a code). */
  readonly outcomes: Readonly<Record<string, number>>;
  /** What is neither a value nor a refusal. */
  readonly unexpected: readonly string[];
  /** Width and height of every image that was read, such as 20x16. */
  readonly sizes: readonly string[];
  /** Most memory that the process had so far, bytes. */
  readonly peakBytes: number;
}

/** The longest reason that a person is given by the decoders of pictures. */
const LONGEST_WORDS = 400;

process.on('message', (request: ReadRequest) => void answer(request));

async function answer(request: ReadRequest): Promise<void> {
  const outcomes: Record<string, number> = {};
  const unexpected: string[] = [];
  const sizes: string[] = [];
  const count = (outcome: string): void => void (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1);
  /** @param hasWords - whether a reason without a code is a refusal, too. */
  const attempt = async (what: string, read: () => unknown, hasWords = false): Promise<void> => {
    try {
      await read();
      count('read');
    } catch (error) {
      if (error instanceof ImagingError) count(error.code);
      else if (hasWords && isShort(error)) count('words');
      else unexpected.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  };
  const sized = ({ width, height }: { readonly width: number; readonly height: number }): void =>
    void sizes.push(`${width}x${height}`);

  switch (request.kind) {
    case 'folder':
      await attempt('openLayout', async () => {
        const { cases, refused } = await openLayout(request.path, request.layout);
        for (const { code } of refused) count(code);
        for (const one of cases) await attempt('read', async () => sized((await one.read()).pixels));
      });
      break;
    case 'picture': {
      const bytes = await readFile(request.path);
      await attempt('decodeGrey', async () => sized(await decodeGrey(bytes)), true);
      await attempt('decodeMask', async () => sized(await decodeMask(bytes)), true);
      break;
    }
    case 'dicom': {
      const bytes = await readFile(request.path);
      await attempt('readDicomHeader', () => readDicomHeader(bytes, 'a.dcm'));
      await attempt('readDicomImage', async () => sized((await readDicomImage(bytes, 'a.dcm')).pixels));
      // An object of several frames is refused unless one is named.
      const isRead = sizes.length > 0;
      if (!isRead) await attempt('readDicomImage', () => readDicomImage(bytes, 'a.dcm', { frame: 0 }));
      await attempt('readSegmentation', async () => {
        const segmentation = readSegmentation(bytes, 'a.dcm');
        for (const image of [...segmentation.references].slice(0, 3)) {
          await attempt('maskFor', () => segmentation.maskFor(image));
        }
      });
    }
  }
  process.send?.({ outcomes, unexpected, sizes, peakBytes: peakBytes() } satisfies ReadReply);
}

function isShort(error: unknown): boolean {
  return error instanceof Error && /^(its|it) [^\n]*$/.test(error.message) && error.message.length <= LONGEST_WORDS;
}

/** Linux keeps the peak of this program alone; what the system calls maxRSS includes the program that started it. */
function peakBytes(): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1')) ?? [];
  return Number(kibibytes) * 1024;
}
