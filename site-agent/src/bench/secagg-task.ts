import type { PackedLayout, SiteId } from '@mammofed/core';
import type { AttemptEvent, AttemptTerms } from '@mammofed/privacy';

/** Files of the folder that the coordinator's process is given. */
export const TASK_FILE = 'task.v8';
export const MEAN_FILE = 'mean.f32';

/** What the coordinator's process is given: everything it stored, and where the uploads lie. */
export interface CoordinatorTask {
  readonly terms: AttemptTerms;
  readonly cohort: readonly SiteId[];
  readonly identityKeys: ReadonlyMap<SiteId, Uint8Array>;
  readonly layout: PackedLayout;
  readonly events: readonly AttemptEvent[];
  /** Files of U3, packed and masked. */
  readonly uploads: readonly string[];
  readonly tensorSizes: readonly number[];
  readonly clips: readonly number[];
  readonly quantumMax: number;
  readonly weightMax: number;
}

/** Processor time of this process since `start`. */
export function cpuSecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

export interface CoordinatorResult {
  /** From the stored events and uploads to the mean. */
  readonly seconds: number;
  /** The same in processor time. */
  readonly cpuSeconds: number;
  /** Resident memory before, and the most of it until the mean was there. */
  readonly idleBytes: number;
  readonly peakBytes: number;
  readonly totalWeight: number;
}
