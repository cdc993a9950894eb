import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import type { EngineReport } from '../engines/examine.js';
import { green, red, type DoctorLine } from './line.js';

/** Two models, an update and compiled steps of the paper's U-Net, twice over. */
const ENOUGH_DISK_BYTES = 2 * 1024 ** 3;
/** Without room for one such model and its update no round ends well. */
const LEAST_DISK_BYTES = 512 * 1024 ** 2;
/** What a trainer of the paper's U-Net takes on small images. */
const ENOUGH_MEMORY_BYTES = 4 * 1024 ** 3;
const NVIDIA_TIMEOUT_MS = 10_000;

/** Room for this user on the disk of a folder. */
export async function freeBytesAt(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

/** @param dir - where the site keeps, or will keep, its models. */
export function diskLine(dir: string, freeBytes: number): DoctorLine {
  const found = `${gigabytes(freeBytes)} free at ${dir}`;
  if (freeBytes >= ENOUGH_DISK_BYTES) return green('disk', found);
  const needed = `${found}, ${gigabytes(ENOUGH_DISK_BYTES)} are enough`;
  return red('disk', { code: 'little-space', found: needed, mayTrain: freeBytes >= LEAST_DISK_BYTES });
}

/** @param availableBytes - of this machine, or of the container's share. */
export function memoryLine(availableBytes: number, coreCount: number): DoctorLine {
  const found = `${gigabytes(availableBytes)} available, ${coreCount} processor threads`;
  if (availableBytes >= ENOUGH_MEMORY_BYTES) return green('memory', found);
  const needed = `${found}; ${gigabytes(ENOUGH_MEMORY_BYTES)} are enough for most models`;
  return red('memory', { code: 'little-memory', found: needed, mayTrain: true });
}

/** What NVIDIA's driver says of its GPUs, a line for each: name, driver, memory. */
export type GpuQuery = () => Promise<readonly string[]>;

export const askNvidia: GpuQuery = () =>
  new Promise((resolve) => {
    const fields = '--query-gpu=name,driver_version,memory.total,memory.free';
    execFile('nvidia-smi', [fields, '--format=csv,noheader'], { timeout: NVIDIA_TIMEOUT_MS }, (error, stdout) =>
      resolve(
        error === null
          ? stdout
              .trim()
              .split('\n')
              .filter((line) => line !== '')
          : [],
      ),
    );
  });

/** @param engines - what was found of them: other makers' GPUs are known by the engine that opened one. */
export function gpuLine(nvidia: readonly string[], { engines, setting }: EngineReport): DoctorLine {
  if (nvidia.length > 0) {
    const described = nvidia.map((line) => {
      const [name, driver, total, free] = line.split(',').map((field) => field.trim());
      return `${name}, driver ${driver}, memory ${total}, ${free} free`;
    });
    return green('gpu', described.join('; '));
  }
  const device = engines.find(({ engine, isSoftware }) => engine === 'webgpu' && isSoftware === false)?.device;
  if (device !== undefined) return green('gpu', `${device ?? 'one that its driver does not name'} (webgpu)`);
  if (setting === 'cpu' || setting === 'tfjs-node') return green('gpu', `not needed: the setting is ${setting}`);
  return red('gpu', { code: 'no-gpu', found: 'none found: training runs on the processor', mayTrain: true });
}

/** Whether there is something that trains. */
export function engineLine({ setting, engine, engines }: EngineReport): DoctorLine {
  if (engine === null) {
    return red('engine', { code: 'engine-unusable', found: `with the setting ${setting}, this site cannot train` });
  }
  const device = engines.find((row) => row.engine === engine)?.device ?? null;
  return green('engine', `${engine}${device === null ? '' : ` on ${device}`} (setting ${setting})`);
}

function gigabytes(byteLength: number): string {
  return `${(byteLength / 1e9).toFixed(1)} GB`;
}
