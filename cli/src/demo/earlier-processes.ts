import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const LOCKS = ['coordinator.lock', 'agent.lock'];
const ENDS_WITHIN_MS = 30_000;

/**
 * Waits for what a killed demo left: its coordinator and agents notice its end and stop in good order, which takes a
 * moment. Whatever is still there after that is for the applications themselves to refuse: they know their locks better.
 * @param dirs - folders of a coordinator or of sites.
 */
export async function earlierProcessesEnded(dirs: readonly string[], signal: AbortSignal): Promise<void> {
  const deadlineMs = Date.now() + ENDS_WITHIN_MS;
  for (const path of dirs.flatMap((dir) => LOCKS.map((lock) => join(dir, lock)))) {
    while (Date.now() < deadlineMs && (await isHeld(path))) {
      signal.throwIfAborted();
      await delay(100);
    }
  }
}

async function isHeld(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const pid = Number(/^(\d+)\n/.exec(text)?.[1] ?? NaN);
  if (Number.isNaN(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
