import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CliError } from '../errors.js';

/** Names and places of browsers that print pages, as Debian, other Linux systems, macOS and Windows have them. */
const BROWSERS: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Without these a browser looks for its maker's hosts at every start; the page itself asks for nothing. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const MAX_PRINT_MS = 120_000;

/**
 * Prints a page that lies on this machine, with a browser that is installed here.
 * @param htmlPath - absolute; one file, without scripts.
 * @param browser - the one to use; null: the first that is found.
 * @returns the PDF's bytes.
 * @throws CliError `no-browser` if there is none; `process-failed` if it printed nothing.
 */
export async function printPdf(htmlPath: string, browser: string | null): Promise<Uint8Array> {
  // A folder of its own: a profile that another window uses would take the work over and print nothing.
  const dir = await mkdtemp(join(tmpdir(), 'mammofed-print-'));
  try {
    const pdf = join(dir, 'page.pdf');
    const args = [
      '--headless',
      ...QUIET,
      // Its sandbox does not start for root, as whom containers run; the page is ours and has no scripts.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(dir, 'profile')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(htmlPath).href,
    ];
    for (const name of browser === null ? BROWSERS : [browser]) {
      const outcome = await run(name, args);
      if (outcome === 'not-there') continue;
      const bytes = await readFile(pdf).catch(() => null);
      if (bytes !== null && bytes.subarray(0, 5).toString('latin1') === '%PDF-') return bytes;
      throw new CliError(
        'process-failed',
        `${name} was started to print the report and printed nothing (${outcome}). Try another browser with --browser, or print the report by hand.`,
      );
    }
    throw new CliError(
      'no-browser',
      browser === null
        ? 'A PDF is printed by Chromium, Chrome or Edge, and none was found. Install one (Debian: apt install chromium), name it with --browser FILE, or write the report with --report and print it by hand.'
        : `There is no browser ${browser}. Check --browser.`,
    );
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** @returns how it ended, in words. */
function run(name: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(name, args, { stdio: 'ignore', timeout: MAX_PRINT_MS, killSignal: 'SIGKILL' });
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'not-there' : error.message),
    );
    child.on('close', (code, signal) => resolve(signal === null ? `exit code ${code ?? '?'}` : `ended by ${signal}`));
  });
}
