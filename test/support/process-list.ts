import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Processes of this machine whose command line names `text`: what a command left running. */
export async function everyProcessNaming(
  text: string,
): Promise<{ readonly pid: number; readonly commandLine: string }[]> {
  const found: { pid: number; commandLine: string }[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const commandLine = await readFile(join('/proc', pid, 'cmdline'), 'utf8').catch(() => '');
    if (commandLine.includes(text)) found.push({ pid: Number(pid), commandLine: commandLine.replaceAll('\0', ' ') });
  }
  return found;
}
