import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are not there. One that is there is left as it is.
 * @param mode - of every folder made, less the umask.
 * @throws the system's error if one cannot be made, or something that is no folder is there.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  if (await isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above, mode);
  try {
    // Not `recursive`: where the system refuses a new folder with ENOENT although the one above is there, as under /proc,
    // Node 20 tries for ever.
    await mkdir(path, { mode });
  } catch (error) {
    // Somebody else may have made it in between.
    if (!(await isFolder(path))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
