import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ENTRY = fileURLToPath(new URL('../../dist/bench/secagg-bench.js', import.meta.url));
const TIMEOUT_MS = 240_000;

interface Outcome {
  readonly code: unknown;
  readonly output: string;
  readonly complaint: string;
}

function bench(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [ENTRY, ...args], (error, output, complaint) =>
      resolve({ code: error?.code ?? 0, output, complaint }),
    );
  });
}

describe('the bench of secure aggregation', () => {
  it.each(['16', '24', '32'])(
    'sums up what is left of the sites in a ring of %s bits, within the bound',
    async (ring) => {
      const { code, output, complaint } = await bench(
        ...['--sites', '7', '--parameters', '20000', '--ring', ring, '--drop', 'upload:1,unmask:1', '--json'],
      );
      expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
      const result = JSON.parse(output) as Record<string, number>;
      expect(result).toMatchObject({ sites: 7, parameters: 20000, threshold: 5, uploads: 6, masksPerSite: 7 });
      expect(result.maxError).toBeGreaterThan(0);
      expect(result.maxError).toBeLessThanOrEqual(result.errorBound);
      // The keys, shares and signatures are what goes beyond the packed vector.
      const beyond = result.bytesPerParameter * 20000 - (20000 * Number(ring)) / 8 - 8;
      expect(beyond).toBeGreaterThan(500);
      expect(beyond).toBeLessThan(5000);
      for (const name of ['siteMaskSeconds', 'maskGBPerSecond', 'coordinatorSeconds', 'coordinatorPeakModels'])
        expect(result[name]).toBeGreaterThan(0);
    },
    TIMEOUT_MS,
  );

  it.each([
    ['a ring that there is not', ['--ring', '20'], '--ring takes 16, 24, 32'],
    ['a step that there is not', ['--drop', 'train:1'], '--drop takes advertise, share, upload, confirm, unmask'],
    ['more losses than the threshold allows', ['--sites', '5', '--drop', 'share:2'], 'of 5 sites 1 may be lost'],
  ])(
    'refuses %s with code 2',
    async (_, args, words) => {
      const { code, output, complaint } = await bench(...args);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(complaint).toContain(words);
    },
    TIMEOUT_MS,
  );
});
