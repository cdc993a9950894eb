import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SignedMask } from '@mammofed/privacy';
import { isDiskFull } from '../disk-space.js';
import { SiteError } from '../errors.js';
import type { MaskDone, MaskJob } from './mask-messages.js';

/**
 * Masks a stored vector in a thread of its own: a large model takes more than a second, in which the connection has to live.
 * @param entry - the compiled mask-worker.js.
 * @param masks - their keys are wiped; nothing but the thread has them then.
 * @throws SiteError `masking-failed` | `disk-full`; the signal's reason, once the thread has ended.
 */
export async function maskInThread(
  entry: URL,
  job: Omit<MaskJob, 'masks'>,
  masks: readonly SignedMask[],
  signal: AbortSignal,
): Promise<MaskDone> {
  const keys = masks.map(({ key, sign }) => ({ key: key.reveal().slice(), sign }));
  for (const { key } of masks) key.wipe();
  const workerData: MaskJob = { ...job, masks: keys };
  const worker = new Worker(entry, { workerData, transferList: keys.map(({ key }) => key.buffer) });
  try {
    const [done] = (await once(worker, 'message', { signal })) as [MaskDone];
    return done;
  } catch (error) {
    signal.throwIfAborted();
    if (isDiskFull(error)) {
      throw new SiteError('disk-full', "the site's disk is full: the update cannot be masked", {}, error);
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new SiteError('masking-failed', `the update could not be masked: ${reason}`, {}, error);
  } finally {
    await worker.terminate();
  }
}
