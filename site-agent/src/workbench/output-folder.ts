import { randomUUID } from 'node:crypto';
import { lstat, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { makeFolder } from '@mammofed/storage';
import { SiteError } from '../errors.js';

export interface OutputOptions {
  readonly dir: string;
  /** Whether files of an earlier time may be replaced. */
  readonly force: boolean;
}

/**
 * Where results go. Nothing is written outside it, whatever names ask for and whatever links lie in it; no input is
 * ever replaced, and other files only if asked to.
 */
export class OutputFolder {
  readonly #force: boolean;

  private constructor(
    /** Absolute, without links. */
    readonly root: string,
    force: boolean,
  ) {
    this.#force = force;
  }

  /** Makes the folder if it is not there. @throws SiteError `output-exists` if a file is | `output-unwritable`. */
  static async open({ dir, force }: OutputOptions): Promise<OutputFolder> {
    const found = await stat(dir).catch(() => null);
    if (found !== null && !found.isDirectory()) {
      throw new SiteError('output-exists', `${dir} is a file; --out takes a folder. Choose another one.`);
    }
    try {
      await makeFolder(dir);
      return new OutputFolder(await realpath(dir), force);
    } catch (error) {
      throw unwritable(dir, error);
    }
  }

  /**
   * Checks names that will be written, before the work.
   * @param names - relative, with `/`.
   * @param inputs - files that are read; absolute.
   * @throws SiteError `unsafe-output` if a name leads outside or is an input's; `output-exists` unless forced.
   */
  async claim(names: readonly string[], inputs: readonly string[] = []): Promise<void> {
    const realInputs = new Set(await Promise.all(inputs.map((path) => realpath(path).catch(() => resolve(path)))));
    const existing: string[] = [];
    for (const name of names) {
      const path = await this.#pathOf(name);
      const real = await realpath(path).catch(() => null);
      if (realInputs.has(path) || (real !== null && realInputs.has(real))) {
        throw new SiteError(
          'unsafe-output',
          `${name} would replace an input, which is never done. Choose another --out.`,
        );
      }
      if ((await lstat(path).catch(() => null)) !== null) existing.push(name);
    }
    if (existing.length === 0 || this.#force) return;
    const [first, ...more] = existing;
    throw new SiteError(
      'output-exists',
      `${this.root} has ${first as string}${more.length > 0 ? ` and ${more.length} more of what would be written` : ''} already. Choose an empty --out, or replace them with --force.`,
      { existing: existing.length },
    );
  }

  /**
   * @param mode - of the file; results name patients unless somebody says otherwise.
   * @throws SiteError `unsafe-output` | `output-unwritable`.
   */
  async write(name: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
    const path = await this.#pathOf(name);
    // A name nobody else has, then moved: a link that lies where the file goes is replaced, not followed.
    const temporary = join(dirname(path), `.mammofed-${randomUUID()}.part`);
    try {
      await makeFolder(dirname(path));
      await this.#pathOf(name);
      const file = await open(temporary, 'wx', mode);
      try {
        await file.writeFile(content);
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      if (error instanceof SiteError) throw error;
      throw unwritable(path, error);
    }
  }

  /** Names in a folder of it, or in itself; none if that is not there. */
  async list(name?: string): Promise<string[]> {
    return readdir(name === undefined ? this.root : await this.#pathOf(name)).catch(() => []);
  }

  /** Removes a file of an earlier time, if it is there. */
  async remove(name: string): Promise<void> {
    await rm(await this.#pathOf(name), { force: true });
  }

  async #pathOf(name: string): Promise<string> {
    const path = resolve(this.root, name);
    const parent = await realpath(dirname(path)).catch(() => dirname(path));
    const isInside = (one: string): boolean => one.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep);
    if (isInside(path) && (parent === this.root || isInside(parent))) return path;
    throw new SiteError('unsafe-output', `${name} would lie outside ${this.root}; nothing is written there.`);
  }
}

/** @param path - what the system did not let be written. */
export function unwritable(path: string, error: unknown): SiteError {
  const reason = error instanceof Error ? error.message : String(error);
  return new SiteError('output-unwritable', `${path} cannot be written: ${reason}.`, {}, error);
}
