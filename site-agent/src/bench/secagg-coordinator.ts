// Entry of its own: the coordinator's side of one secure sum, so that its memory can be told from the sites'. The bench of
// secure aggregation starts it with the folder that it has prepared.
import { closeSync, existsSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { deserialize } from 'node:v8';
import { dequantizeMean, RingAccumulator } from '@mammofed/aggregation';
import { packedBlocks, type SiteId } from '@mammofed/core';
import { CoordinatorAttempt, sodiumReady } from '@mammofed/privacy';
import { cpuSecondsSince, MEAN_FILE, TASK_FILE, type CoordinatorResult, type CoordinatorTask } from './secagg-task.js';

async function main(dir: string): Promise<CoordinatorResult> {
  await sodiumReady();
  const task = deserialize(readFileSync(join(dir, TASK_FILE))) as CoordinatorTask;
  const { terms, cohort, identityKeys, layout, tensorSizes, clips, quantumMax, weightMax } = task;
  const idleBytes = process.memoryUsage.rss();
  const start = { ms: performance.now(), cpu: process.cpuUsage() };
  const roster = { identityKeyOf: (site: SiteId) => identityKeys.get(site) ?? null };
  const { parameterCount, ringBits } = layout;
  const attempt = new CoordinatorAttempt({ terms, cohort, roster, minCohort: 0, parameterCount });
  for (const event of task.events) attempt.apply(event);
  const { unmasking } = await attempt.recover();
  const accumulator = new RingAccumulator(parameterCount + 2, ringBits);
  const buffer = new Uint8Array(Math.max(...packedBlocks(layout)));
  for (const upload of task.uploads) {
    const file = openSync(upload, 'r');
    for (const length of packedBlocks(layout)) {
      readSync(file, buffer, 0, length, null);
      accumulator.addBytes(buffer.subarray(0, length));
    }
    closeSync(file);
  }
  for (const length of packedBlocks(layout)) {
    const block = buffer.subarray(0, length).fill(0);
    unmasking.addTo(block);
    accumulator.addBytes(block);
  }
  const siteCount = task.uploads.length;
  const sum = accumulator.sum;
  const { mean, totalWeight } = dequantizeMean({ sum, tensorSizes, clips, quantumMax, weightMax, siteCount });
  const seconds = (performance.now() - start.ms) / 1000;
  const cpuSeconds = cpuSecondsSince(start.cpu);
  const peakBytes = peakResidentBytes();
  const output = openSync(join(dir, MEAN_FILE), 'w');
  for (const { buffer: memory, byteOffset, byteLength } of mean) {
    writeSync(output, new Uint8Array(memory, byteOffset, byteLength));
  }
  closeSync(output);
  return { seconds, cpuSeconds, idleBytes, peakBytes, totalWeight };
}

/** The most memory that this program has had. (What `resourceUsage` gives begins with the parent's on Linux.) */
function peakResidentBytes(): number {
  const status = '/proc/self/status';
  const [, kibibytes] = (existsSync(status) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))) || [];
  return 1024 * (kibibytes === undefined ? process.resourceUsage().maxRSS : Number(kibibytes));
}

main(process.argv[2] ?? '.').then(
  (result) => process.stdout.write(`${JSON.stringify(result)}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
