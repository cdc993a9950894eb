import { readdir, readFile } from 'node:fs/promises';

/**
 * The processes that `pid` started and that are still there, in the order of their numbers. Linux only, and read process
 * by process: not every kernel has /proc/PID/task/PID/children.
 * @see proc(5): field 4 of /proc/PID/stat; the second field, the program's name, may hold blanks and brackets.
 */
export async function childrenOf(pid: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(pids.map(parentOf));
  return pids.filter((_, i) => parents[i] === pid).sort((a, b) => a - b);
}

/** Null if the process is gone by now, or only not yet reaped. */
async function parentOf(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? null : Number(parent);
}

/** Whether a process is there and not only waits to be reaped. */
export async function isAlive(pid: number): Promise<boolean> {
  return (await parentOf(pid)) !== null;
}

/** Ends a process at once, as a power cut would. @returns false if it was gone already. */
export function killAtOnce(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
