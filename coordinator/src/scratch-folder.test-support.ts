import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropTestDatabases } from './test-database.test-support.js';

/** An empty folder for one test file, and what databases were made for it. */
export class ScratchFolder {
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  static async create(): Promise<ScratchFolder> {
    return new ScratchFolder(await mkdtemp(join(tmpdir(), 'mammofed-coordinator-')));
  }

  path(name: string): string {
    return join(this.dir, name);
  }

  async remove(): Promise<void> {
    await dropTestDatabases(this.dir);
    await rm(this.dir, { recursive: true, force: true });
  }
}
