import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { SiteError } from './errors.js';

/** Content of a lock file: a process, told apart from a later one with the same number. */
interface LockHolder {
  readonly pid: number;
  /** Start time in the kernel's ticks and the boot it counts from; null where the system does not tell. */
  readonly startedAt: string | null;
}

/** Holds a site folder for this process: two agents on one folder would train and upload against each other. */
export class FolderLock {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /**
   * Takes the lock. One that a dead process left behind is taken over.
   * @throws SiteError `folder-in-use` while another process lives that holds it.
   */
  static async take(path: string): Promise<FolderLock> {
    const own: LockHolder = { pid: process.pid, startedAt: await startOf(process.pid) };
    // Twice: what was stale at the first try is gone at the second, or somebody else was faster.
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        await writeFile(path, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
        return new FolderLock(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = await readHolder(path);
      if (holder !== null && (await isAlive(holder, own))) throw inUse(path, holder.pid);
      await clearStale(path, holder);
    }
    throw inUse(path, null);
  }

  async release(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}

function inUse(path: string, pid: number | null): SiteError {
  const who = pid === null ? 'another process' : `process ${pid}`;
  return new SiteError('folder-in-use', `${who} already runs an agent on this site folder (${path}): stop it first`);
}

/** Moves the lock aside before it is removed: if somebody was faster, what is moved is theirs and goes back. */
async function clearStale(path: string, stale: LockHolder | null): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (JSON.stringify(moved) !== JSON.stringify(stale)) {
    await rename(aside, path);
    throw inUse(path, moved?.pid ?? null);
  }
  await rm(aside, { force: true });
}

async function readHolder(path: string): Promise<LockHolder | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    const value = JSON.parse(text) as Partial<LockHolder> | null;
    if (!Number.isSafeInteger(value?.pid)) return null;
    return { pid: value?.pid as number, startedAt: value?.startedAt ?? null };
  } catch {
    return null;
  }
}

async function isAlive(holder: LockHolder, own: LockHolder): Promise<boolean> {
  // In a container every agent may be process 1: a number alone does not say that it is the same process.
  if (holder.pid === own.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const startedAt = await startOf(holder.pid);
  return startedAt === null || holder.startedAt === null || startedAt === holder.startedAt;
}

/** @see proc(5): field 22 of /proc/PID/stat is the start time; the name in field 2 may hold spaces and brackets. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return ticks === undefined ? null : `${ticks} ${boot.trim()}`;
  } catch {
    return null;
  }
}
