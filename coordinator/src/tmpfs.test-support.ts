import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, small enough to be filled. */
export class SmallDisk {
  private constructor(readonly dir: string) {}

  /** @returns null where this user may not mount one. */
  static mount(megabytes: number): SmallDisk | null {
    const dir = mkdtempSync(join(tmpdir(), 'mammofed-disk-'));
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', dir]);
    if (status === 0) return new SmallDisk(dir);
    rmdirSync(dir);
    return null;
  }

  /** Fills it but for `leftBytes`. */
  fill(leftBytes: number): void {
    const { bavail, bsize } = statfsSync(this.dir);
    writeFileSync(join(this.dir, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)));
  }

  makeRoom(): void {
    rmSync(join(this.dir, 'filler'), { force: true });
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.dir]);
    rmdirSync(this.dir);
  }
}
