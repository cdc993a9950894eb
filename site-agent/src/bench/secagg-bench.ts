// Entry of its own: one secure sum of updates of real size, its sites in this process and its coordinator in another one.
// `mammofed bench secagg` starts it as a child process.
import '../no-telemetry.js';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { serialize } from 'node:v8';
import { meanErrorBound } from '@mammofed/aggregation';
import { median, packedByteLength, RING_WIDTHS, type RingBits } from '@mammofed/core';
import { smallestThreshold } from '@mammofed/privacy';
import { whole } from '../command-line.js';
import { codeOf, exitCodeOf, SiteError } from '../errors.js';
import { DROP_STEPS, type AttemptSettings, type DropStep } from './secagg-attempt.js';
import { playSites, type SitesResult } from './secagg-sites.js';
import { MEAN_FILE, TASK_FILE, type CoordinatorResult } from './secagg-task.js';

const DEFAULTS = { sites: '10', parameters: '31030593', ring: '32' };
const text = { type: 'string' } as const;

/** Rounding of a mean to float32, relative to its clip. */
const FLOAT32_ROUNDING = 2 ** -24;

/** What is printed with --json. */
interface BenchResult {
  readonly sites: number;
  readonly parameters: number;
  readonly ring: RingBits;
  readonly threshold: number;
  readonly drop: AttemptSettings['drop'];
  /** Vectors in the sum. */
  readonly uploads: number;
  /** A site's self mask and one for each other site that dealt shares. */
  readonly masksPerSite: number;
  /** Median over the sites that uploaded: from the request until every mask is on the packed vector. */
  readonly siteMaskSeconds: number;
  /** The same in processor time, which a busy machine does not lengthen. */
  readonly siteMaskCpuSeconds: number;
  /** Bytes of masks that a site makes and adds in a second of processor time. */
  readonly maskGBPerSecond: number;
  /** From the stored messages and uploads to the mean. */
  readonly coordinatorSeconds: number;
  readonly coordinatorCpuSeconds: number;
  /** The most memory of the coordinator's process over what it had idle, in models of float32. */
  readonly coordinatorPeakModels: number;
  /** Everything that one site sends in the attempt. */
  readonly bytesPerParameter: number;
  /** Largest difference from the plain weighted mean, and what it may be; relative to the clip. */
  readonly maxError: number;
  readonly errorBound: number;
  readonly node: string;
  readonly processor: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { sites: text, parameters: text, ring: text, drop: text, json: { type: 'boolean' } },
    strict: true,
  });
  const ringBits = RING_WIDTHS.find((width) => String(width) === (values.ring ?? DEFAULTS.ring));
  if (ringBits === undefined)
    throw new SiteError('bad-usage', `--ring takes ${RING_WIDTHS.join(', ')}, not ${values.ring}`);
  const settings: AttemptSettings = {
    siteCount: whole('sites', values.sites ?? DEFAULTS.sites, 3),
    parameterCount: whole('parameters', values.parameters ?? DEFAULTS.parameters, 6),
    ringBits,
    drop: dropOf(values.drop ?? ''),
  };
  const lost = DROP_STEPS.reduce((sum, step) => sum + settings.drop[step], 0);
  const least = smallestThreshold(settings.siteCount);
  if (settings.siteCount - lost < least)
    throw new SiteError(
      'bad-usage',
      `of ${settings.siteCount} sites ${settings.siteCount - least} may be lost in all, not ${lost}`,
    );
  const result = await bench(settings);
  process.stdout.write(values.json === true ? `${JSON.stringify(result)}\n` : sentences(result));
}

async function bench(settings: AttemptSettings): Promise<BenchResult> {
  const dir = await mkdtemp(join(tmpdir(), 'mammofed-bench-'));
  try {
    const sites = await playSites(settings, dir);
    await writeFile(join(dir, TASK_FILE), serialize(sites.task));
    const entry = fileURLToPath(new URL('./secagg-coordinator.js', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [entry, dir]);
    const coordinator = JSON.parse(stdout) as CoordinatorResult;
    const { siteCount, parameterCount, ringBits, drop } = settings;
    const { task, masksPerSite, maskSeconds, maskCpuSeconds, bytesPerSite } = sites;
    const siteMaskCpuSeconds = median(maskCpuSeconds);
    const maskBytes = masksPerSite * packedByteLength(task.layout);
    const bound = meanErrorBound({ ...task, siteCount: task.uploads.length, totalWeight: sites.totalWeight });
    return {
      sites: siteCount,
      parameters: parameterCount,
      ring: ringBits,
      threshold: task.terms.threshold,
      drop,
      uploads: task.uploads.length,
      masksPerSite,
      siteMaskSeconds: median(maskSeconds),
      siteMaskCpuSeconds,
      maskGBPerSecond: maskBytes / siteMaskCpuSeconds / 1e9,
      coordinatorSeconds: coordinator.seconds,
      coordinatorCpuSeconds: coordinator.cpuSeconds,
      coordinatorPeakModels: (coordinator.peakBytes - coordinator.idleBytes) / (4 * parameterCount),
      bytesPerParameter: bytesPerSite / parameterCount,
      maxError: largestError(sites, await readFile(join(dir, MEAN_FILE))),
      errorBound: bound + FLOAT32_ROUNDING,
      node: process.versions.node,
      processor: cpus()[0]?.model ?? 'unknown',
    };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** How far the coordinator's mean is from the one of the plain updates, relative to the clip. */
function largestError({ task, weightedSum, totalWeight }: SitesResult, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let largest = 0;
  let at = 0;
  task.tensorSizes.forEach((size, t) => {
    for (let i = 0; i < size; i++, at++) {
      const error = Math.abs(view.getFloat32(4 * at, true) - (weightedSum[at] as number) / totalWeight);
      largest = Math.max(largest, error / (task.clips[t] as number));
    }
  });
  return largest;
}

/** Reads `advertise:1,upload:2`. @throws SiteError `bad-usage`. */
function dropOf(list: string): Record<DropStep, number> {
  const drop = { advertise: 0, share: 0, upload: 0, confirm: 0, unmask: 0 };
  for (const part of list.split(',').filter((item) => item !== '')) {
    const [name, count = ''] = part.split(':');
    const step = DROP_STEPS.find((one) => one === name);
    if (step === undefined)
      throw new SiteError('bad-usage', `--drop takes ${DROP_STEPS.join(', ')} with a number each, not ${part}`);
    drop[step] = whole('drop', count, 0);
  }
  return drop;
}

function sentences(result: BenchResult): string {
  const { sites, parameters, ring, threshold, drop, uploads, masksPerSite } = result;
  const lost = DROP_STEPS.flatMap((step) => (drop[step] === 0 ? [] : [`${drop[step]} before ${step}`])).join(', ');
  return [
    `${sites} sites, threshold ${threshold}, ${parameters} parameters in a ring of ${ring} bits, ${result.processor}`,
    `${uploads} updates in the sum; lost: ${lost === '' ? 'none' : lost}`,
    `a site adds its ${masksPerSite} masks in ${result.siteMaskSeconds.toFixed(2)} s (processor time ${result.siteMaskCpuSeconds.toFixed(2)} s, ${result.maskGBPerSecond.toFixed(2)} GB/s) and sends ${result.bytesPerParameter.toFixed(4)} bytes for each parameter`,
    `the coordinator has the mean after ${result.coordinatorSeconds.toFixed(2)} s (processor time ${result.coordinatorCpuSeconds.toFixed(2)} s), with at most ${result.coordinatorPeakModels.toFixed(2)} models of memory over idle`,
    `the mean differs from that of the plain updates by at most ${result.maxError.toExponential(2)} of the clip; the bound is ${result.errorBound.toExponential(2)}`,
    '',
  ].join('\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = codeOf(error).startsWith('ERR_PARSE_ARGS') ? 2 : exitCodeOf(error);
});
