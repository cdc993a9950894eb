import { readFile, stat } from 'node:fs/promises';

/** What became of a file since it was last looked at; `text` is null where there is none (any more). */
export type FileChange = { readonly isChanged: false } | { readonly isChanged: true; readonly text: string | null };

/** A small file that somebody else may write at any time. Looked at, not listened to: network folders tell nothing. */
export class WatchedFile {
  #seen: string | null = null;

  constructor(readonly path: string) {}

  /** @returns the text if the file is another than at the last look. @throws what the system says if it cannot be read. */
  async look(): Promise<FileChange> {
    const seen = await this.#state();
    if (seen === this.#seen) return { isChanged: false };
    const text = await readFile(this.path, 'utf8').catch((error: unknown) => absent(error));
    // The state of before it was read: a change in between is found at the next look.
    this.#seen = seen;
    return { isChanged: true, text };
  }

  async #state(): Promise<string> {
    const found = await stat(this.path, { bigint: true }).catch((error: unknown) => absent(error));
    return found === null ? 'absent' : `${found.ino} ${found.size} ${found.mtimeNs}`;
  }
}

function absent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
