import { lstat, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { ImagingError, type ImagingErrorCode } from './errors.js';

/**
 * A folder of a hospital's data. Everything is read through it, so that nothing outside the folder is ever opened,
 * whatever its index says and whatever links lie in it.
 */
export class DataFolder {
  private constructor(readonly root: string) {}

  /** @throws ImagingError `missing-folder` if it is not a folder, or one that the system withholds. */
  static async open(dir: string): Promise<DataFolder> {
    const refuse = (why: string, cause?: unknown): never => {
      throw new ImagingError('missing-folder', `The data folder ${dir} ${why}.`, {}, cause);
    };
    const root = await realpath(dir).catch((error: unknown) =>
      isWithheld(error)
        ? refuse('is withheld by the system. Check the permissions of it and of the folders above it', error)
        : refuse('is not there. Check the path', error),
    );
    if (!(await stat(root)).isDirectory()) refuse('is a file. Name the folder that has the images in it');
    return new DataFolder(root);
  }

  /**
   * Reads a regular file.
   * @param what - how a person knows the file, e.g. 'masks/a.png'.
   * @param unreadable - the code under which trouble with the file is reported.
   * @throws ImagingError `unsafe-path` if a link leads outside; `unreadable` if it is missing, not a regular file,
   * empty, above `maxBytes`, or withheld by the system.
   */
  async read(path: string, what: string, maxBytes: number, unreadable: ImagingErrorCode): Promise<Uint8Array> {
    await this.requireInside(path, what);
    const refuse = (reason: string, cause?: unknown): never => {
      throw new ImagingError(unreadable, `${what} cannot be read: ${reason}.`, {}, cause);
    };
    // A pipe or a device would block or never end; only a regular file is opened.
    const found = await stat(path).catch((error: unknown) => refuse('it is not there or not accessible', error));
    if (!found.isFile()) refuse('it is not a regular file');
    if (found.size === 0) refuse('it is empty');
    if (found.size > maxBytes) refuse(`its ${found.size} bytes are above the limit of ${maxBytes}`);
    return readFile(path).catch((error: unknown) => refuse('the system refuses access; check its permissions', error));
  }

  /**
   * Lists a folder in it; hidden files (such as the ._NAME.png that macOS leaves on shared disks) are left out.
   * @returns names in the order of their code units; none if there is no such folder.
   * @throws ImagingError `unsafe-path` if a link leads outside.
   */
  async names(path: string, what: string): Promise<string[]> {
    await this.requireInside(path, what);
    const names = await readdir(path).catch((): string[] => []);
    return names.filter((name) => !name.startsWith('.')).sort();
  }

  /** Whether anything has this path, a dangling link included. */
  async has(path: string): Promise<boolean> {
    return lstat(path).then(
      () => true,
      () => false,
    );
  }

  /**
   * Reads the first bytes of a regular file, at most `byteCount`; the rest as `read`.
   * @returns the bytes, and whether they are the whole file.
   */
  async readHead(
    path: string,
    what: string,
    byteCount: number,
    unreadable: ImagingErrorCode,
  ): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
    await this.requireInside(path, what);
    const refuse = (cause?: unknown): never => {
      const reason = 'it is not there, not a regular file, or not accessible';
      throw new ImagingError(unreadable, `${what} cannot be read: ${reason}.`, {}, cause);
    };
    const found = await stat(path).catch(refuse);
    // A pipe would block already when it is opened.
    if (!found.isFile()) refuse();
    const file = await open(path).catch(refuse);
    try {
      const { bytesRead, buffer } = await file.read(new Uint8Array(Math.min(byteCount, found.size)), 0).catch(refuse);
      return { bytes: buffer.subarray(0, bytesRead), isWhole: bytesRead >= found.size };
    } finally {
      await file.close();
    }
  }

  /** @throws ImagingError `unsafe-path` if links lead from `path` to outside the folder. */
  async requireInside(path: string, what: string): Promise<void> {
    const real = await realpath(path).catch(() => null);
    if (real === null) return; // nothing to open: reported by whoever needs it
    const inside = relative(this.root, real);
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
      throw new ImagingError(
        'unsafe-path',
        `${what} is a link that leads outside the data folder. Copy what it points to into the folder.`,
      );
    }
  }
}

function isWithheld(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'EPERM';
}
