// Which packages of package-lock.json others need.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The workspaces and packages that some need to run, themselves included: everything in the lock file that they name as a
 * dependency of any kind but for development, and that is installed.
 * @param root - the folder of package-lock.json.
 * @param starts - folders in it, as the lock file names them: `cli`, `node_modules/jest`.
 * @returns folders in `root`, sorted.
 */
export function lockClosure(root, starts) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = lock[path];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = foldersUpFrom(path)
        .map((folder) => join(folder, 'node_modules', name))
        .find((candidate) => candidate in lock);
      // An optional package for another system is in the lock file and not on this machine.
      if (found !== undefined && existsSync(join(root, found))) visit(lock[found].link ? lock[found].resolved : found);
    }
  };
  for (const path of starts) visit(path);
  const all = [...seen].sort();
  return {
    workspaces: all.filter((path) => !path.startsWith('node_modules/')),
    packages: all.filter((path) => path.startsWith('node_modules/')),
  };
}

/** Where Node looks for the packages of one at `path`: beside it, and in every folder above. */
function foldersUpFrom(path) {
  const folders = [path];
  for (let at = path; at !== '.';) folders.push((at = dirname(at)));
  return folders;
}
