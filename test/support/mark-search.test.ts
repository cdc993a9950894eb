import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { markOf, MarkSearch } from './mark-search.js';

const TEXT = 'Wölfelschneider^Ottilie?>';
const search = new MarkSearch([markOf('name', TEXT)]);
const bytes = Buffer.from(TEXT, 'utf8');
const around = (before: number, after: number): Buffer =>
  Buffer.concat([Buffer.alloc(before, 'x'), bytes, Buffer.alloc(after, 'y')]);
const ways = (content: Uint8Array | string): string[] => search.in('here', content).map(({ written }) => written);

describe('the search for marks', () => {
  it.each<[string, Uint8Array | string]>([
    ['plain', around(5, 7)],
    ['hex', around(5, 7).toString('hex')],
    ['HEX', around(5, 7).toString('hex').toUpperCase()],
    ['UTF-16LE', Buffer.from(`xy${TEXT}z`, 'utf16le')],
    ['UTF-16BE', Buffer.from(`xy${TEXT}z`, 'utf16le').swap16()],
    ['capitals', `a ${TEXT.toUpperCase()} b`],
    ['small letters', `a ${TEXT.toLowerCase()} b`],
    ['in a URL', `?name=${encodeURIComponent(TEXT)}&`],
  ])('finds what is written in %s', (written, content) => {
    expect(ways(content)).toContain(written);
  });

  it.each([0, 1, 2])(
    'finds base64 that has %d bytes and any number of threes before it, whatever follows',
    (before) => {
      for (const threes of [0, 3, 300]) {
        for (const after of [0, 1, 2, 3]) {
          for (const kind of ['base64', 'base64url'] as const) {
            expect(ways(around(before + threes, after).toString(kind))).toContain(`${kind} behind ${before} bytes`);
          }
        }
      }
    },
  );

  it('finds nothing where nothing is, and nothing of another mark', () => {
    expect(ways(`${TEXT.slice(0, -1)} ${Buffer.from(TEXT.slice(2)).toString('hex').slice(2, -2)}`)).toEqual([]);
    expect(new MarkSearch([markOf('other', 'something else')]).in('here', TEXT)).toEqual([]);
  });

  it('looks into every file of a folder, and at its names, also where no text is', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'mammofed-marks-'));
    try {
      const mark = new MarkSearch([markOf('id', 'QX-0815-4711'), { what: 'hash', bytes: Buffer.alloc(32, 0xfe) }]);
      await mkdir(join(dir, 'a', 'QX-0815-4711'), { recursive: true });
      await writeFile(join(dir, 'a', 'b.bin'), Buffer.concat([Buffer.alloc(100, 0xff), Buffer.alloc(32, 0xfe)]));
      await writeFile(join(dir, 'c.txt'), 'nothing');
      const { found, files } = await mark.inFolder(dir);
      expect(files).toBe(2);
      expect(found).toEqual(
        expect.arrayContaining([
          { what: 'id', written: 'plain', where: 'the name of a file' },
          { what: 'hash', written: 'plain', where: join(dir, 'a', 'b.bin') },
        ]),
      );
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('does not take a mark that chance would find', () => {
    expect(() => new MarkSearch([markOf('year', '1953')])).toThrow('too short');
  });
});
