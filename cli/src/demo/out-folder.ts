import { chmod, lstat, mkdir, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { makeFolder } from '@mammofed/storage';
import { CliError } from '../errors.js';

const MARKER = '.mammofed-demo';

/** Where a demo keeps what; all absolute. */
export interface OutFolder {
  readonly dir: string;
  readonly coordinator: string;
  /** The administrator's own: the root's key and the roster. */
  readonly consortium: string;
  readonly sites: string;
  readonly logs: string;
  readonly report: string;
  /** What the demo is to do and how far it has come. */
  readonly plan: string;
  siteDir(name: string): string;
  siteData(name: string): string;
}

/**
 * Makes the demo's folder. What an earlier demo wrote there is removed; nothing else ever is.
 * @param data - the folder of images, if one was given: it must not lie where things are removed.
 * @param isPassable - others may pass through (not list) the folder, so that another user can reach the coordinator's.
 * @throws CliError `folder-in-use` if something else is there, or a demo is at work on it.
 */
export async function makeOutFolder(out: string, data: string | undefined, isPassable: boolean): Promise<OutFolder> {
  const names = await namesIn(out);
  if (names !== null && names.length > 0) await removeEarlierDemo(out, names, data);
  try {
    await makeFolder(resolve(out));
    const dir = await realpath(out);
    await chmod(dir, isPassable ? 0o711 : 0o700);
    const folder = outFolder(dir);
    await mark(folder, process.pid);
    await mkdir(folder.sites, { mode: 0o700 });
    await mkdir(folder.logs, { mode: 0o700 });
    return folder;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError('folder-in-use', `${out} cannot be made: ${reason}. Choose another --out.`, {}, error);
  }
}

/**
 * Takes the folder of an earlier demo to go on in it.
 * @throws CliError `nothing-to-resume` if no demo made it; `folder-in-use` if one is at work in it.
 */
export async function openOutFolder(out: string): Promise<OutFolder> {
  const names = await namesIn(out);
  if (names?.includes(MARKER) !== true)
    throw new CliError(
      'nothing-to-resume',
      `${out} is not the folder of a demo. Name the one to go on with: --out DIR`,
    );
  const dir = await realpath(out);
  await refuseWorking(out, dir);
  const folder = outFolder(dir);
  await mark(folder, process.pid);
  return folder;
}

/** Notes that the demo is over: its folder may be replaced. */
export async function releaseOutFolder(folder: OutFolder): Promise<void> {
  await mark(folder, null);
}

async function mark({ dir }: OutFolder, pid: number | null): Promise<void> {
  const note =
    'Made by mammofed demo, which may remove coordinator, consortium, sites, logs, demo.json and report.html beside this file.';
  await writeFile(join(dir, MARKER), `${JSON.stringify({ note, pid })}\n`, { mode: 0o600 });
}

function outFolder(dir: string): OutFolder {
  const sites = join(dir, 'sites');
  return {
    dir,
    coordinator: join(dir, 'coordinator'),
    consortium: join(dir, 'consortium'),
    sites,
    logs: join(dir, 'logs'),
    report: join(dir, 'report.html'),
    plan: join(dir, 'demo.json'),
    siteDir: (name) => join(sites, name),
    siteData: (name) => join(sites, `${name}-data`),
  };
}

async function removeEarlierDemo(out: string, names: readonly string[], data: string | undefined): Promise<void> {
  if (!names.includes(MARKER)) {
    throw new CliError(
      'folder-in-use',
      `${out} holds files that no demo wrote; they are left alone. Choose another --out, or empty it.`,
    );
  }
  const dir = await realpath(out);
  await refuseWorking(out, dir);
  if (data !== undefined && (await realpath(data).catch(() => resolve(data))).startsWith(dir + sep)) {
    throw new CliError(
      'folder-in-use',
      `--data lies inside ${out}, which the demo would replace. Choose another --out.`,
    );
  }
  const { coordinator, consortium, sites, logs, report, plan } = outFolder(dir);
  // The plan first: without it nothing is left that could be gone on with.
  for (const path of [plan, coordinator, consortium, sites, logs, report])
    await rm(path, { recursive: true, force: true });
}

async function refuseWorking(out: string, dir: string): Promise<void> {
  const pid = await workingPid(dir);
  if (pid === null) return;
  throw new CliError(
    'folder-in-use',
    `Another demo (process ${pid}) is at work in ${out}. Stop it, or choose another --out.`,
  );
}

/** The demo that says it is at work, if that process is there. */
async function workingPid(dir: string): Promise<number | null> {
  const text = await readFile(join(dir, MARKER), 'utf8').catch(() => '');
  const pid = Number(/"pid":(\d+)/.exec(text)?.[1] ?? NaN);
  if (Number.isNaN(pid)) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // EPERM: it is there, but another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null;
  }
}

async function namesIn(out: string): Promise<string[] | null> {
  const found = await lstat(out).catch(() => null);
  if (found === null) return null;
  return readdir(out).catch((error: unknown) => {
    throw new CliError('folder-in-use', `${out} is not a folder that can be read. Choose another --out.`, {}, error);
  });
}
