import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { StorageError } from './errors.js';

/** A process, told apart from a later one that was given the same number. */
interface Holder {
  readonly pid: number;
  /** Where the system tells it: the boot and the process's start in ticks since then. Otherwise empty. */
  readonly startedAt: string;
}

/** A lock file that says nothing yet may be one that is just being written. */
const WRITING_MS = 2000;

/** A process that was just killed still has its memory to give back: it is waited for. Less than {@link WRITING_MS}. */
const DYING_MS = 1500;

/**
 * Keeps a second process off a folder. A file, because Node has no lock that the system takes back when a process dies; so
 * a dead process's file is recognised and taken over.
 */
export class FolderLock {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** @throws StorageError `folder-in-use` if a live process holds it. */
  static async take(path: string): Promise<FolderLock> {
    const own: Holder = { pid: process.pid, startedAt: (await startOf(process.pid)) ?? '' };
    const deadlineMs = performance.now() + DYING_MS;
    for (;;) {
      try {
        await writeFile(path, `${own.pid}\n${own.startedAt}\n`, { flag: 'wx', mode: 0o600 });
        return new FolderLock(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const text = await readFile(path, 'utf8').catch(() => '');
      const holder = holderOf(text);
      const isHeld = holder === null ? await isBeingWritten(path) : await isAlive(holder, own);
      if (!isHeld) await removeStale(path, text);
      else if (performance.now() > deadlineMs) throw inUse(path, holder);
      else await delay(100);
    }
  }

  async release(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}

function inUse(path: string, holder: Holder | null): StorageError {
  const who = holder === null ? 'another process' : `process ${holder.pid}`;
  return new StorageError('folder-in-use', `this folder is in use by ${who} (${path}): stop that one first`, {
    pid: holder?.pid ?? null,
  });
}

function holderOf(text: string): Holder | null {
  const [pid, startedAt = ''] = text.split('\n');
  return pid !== undefined && /^[1-9]\d{0,9}$/.test(pid) ? { pid: Number(pid), startedAt } : null;
}

/** Otherwise the machine went down before its content was on disk. */
async function isBeingWritten(path: string): Promise<boolean> {
  const changedAtMs = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  return Date.now() - changedAtMs < WRITING_MS;
}

async function isAlive(holder: Holder, own: Holder): Promise<boolean> {
  // In a container every program may be process 1, so the number alone says nothing.
  if (holder.pid === own.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const startedAt = await startOf(holder.pid);
  if (startedAt === null) return false;
  return startedAt === '' || holder.startedAt === '' || startedAt === holder.startedAt;
}

/** Moves the file away before it goes: if another process was faster, it is that one's lock by now and is put back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readFile(aside, 'utf8');
  if (moved !== stale) {
    await rename(aside, path);
    throw inUse(path, holderOf(moved));
  }
  await rm(aside, { force: true });
}

/**
 * @returns when a process started; '' where the system does not tell, null if it is dead and only not yet reaped.
 * @see proc(5): fields 3 and 22 of /proc/PID/stat; the second field, the program's name, may hold blanks and brackets.
 */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks = ''] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return null;
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${ticks}`;
  } catch {
    return '';
  }
}
