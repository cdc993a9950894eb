// Packs all that the product needs to run into one archive for a bare Linux machine with a GPU, which has neither Node nor
// a registry: this machine's Node, the built workspaces with their production dependencies (of onnxruntime-node linux-x64
// alone), and the Vulkan loader where this machine has one. For x64 only, from an x64 machine.
//
//   node scripts/pack-gpu.mjs [--out FILE.tar.xz] [--vulkan FILE]   writes the archive (default mammofed-gpu.tar.xz)
//   node scripts/pack-gpu.mjs --stage DIR [--vulkan FILE]           only lays out the files, in a new folder
//
// There: tar xf mammofed-gpu.tar.xz && ./mammofed-gpu/mammofed bench engine --help
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What an archive may have; machines are lent for minutes, and the line to them is slow. */
const MAX_ARCHIVE_BYTES = 60 * 1024 * 1024;

/** The folder that the archive holds. */
const NAME = 'mammofed-gpu';

/** Where Debian's package libvulkan1 and other distributions put the loader. */
const VULKAN_LOADERS = ['/usr/lib/x86_64-linux-gnu/libvulkan.so.1', '/usr/lib64/libvulkan.so.1'];

/** Files of packages that nothing loads. */
const NOT_LOADED =
  /\.([cm]?ts|map|md|markdown|tsbuildinfo)$|\.test\.[cm]?js$|(^|\/)(test|tests|__tests__|docs|examples?)\//;

/** Of these packages only what is named is loaded; the rest are bundles for browsers, other systems and extensions. */
const LOADED_PARTS = {
  '@tensorflow/tfjs-core': /^(package\.json|LICENSE|dist\/tf-core\.node\.js)$/,
  '@tensorflow/tfjs-layers': /^(package\.json|LICENSE|dist\/tf-layers\.node\.js)$/,
  'onnxruntime-node': /^(package\.json|LICENSE|dist\/.*\.js|bin\/napi-v\d+\/linux\/x64\/.*)$/,
  '@electric-sql/pglite': /^(package\.json|LICENSE|dist\/(fs\/)?[^/]*\.(js|wasm|data))$/,
};

/** Starts the packed program; needs nothing of the machine but a shell, not even a PATH. */
const LAUNCHER = `#!/bin/sh
case $0 in */*) here=\${0%/*} ;; *) here=. ;; esac
here=$(cd "$here" && pwd)
if [ -d "$here/lib" ]; then
  export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
exec "$here/node" "$here/cli/bin/mammofed.js" "$@"
`;

const { values } = parseArgs({
  options: { out: { type: 'string' }, stage: { type: 'string' }, vulkan: { type: 'string' } },
});
const vulkan = values.vulkan ?? VULKAN_LOADERS.find((path) => existsSync(path));
try {
  pack();
} catch (error) {
  console.error(`pack-gpu: ${error.message}`);
  process.exitCode = 1;
}

function pack() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('packs on Linux x64 alone, whose binaries it takes');
  if (!existsSync(join(root, 'cli', 'dist', 'main.js')))
    throw new Error('needs the built workspaces. Run: npm run build');
  if (vulkan !== undefined && !existsSync(vulkan)) throw new Error(`finds no Vulkan loader at ${vulkan}`);
  if (values.stage !== undefined) {
    const dir = resolve(values.stage);
    if (existsSync(dir)) throw new Error(`does not write into ${dir}, which is there already`);
    stage(dir);
    return;
  }
  const dir = mkdtempSync(join(tmpdir(), 'mammofed-pack-'));
  try {
    stage(join(dir, NAME));
    archive(dir, resolve(values.out ?? `${NAME}.tar.xz`));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Lays out everything under a new folder. */
function stage(dir) {
  const { workspaces, packages } = productionClosure();
  mkdirSync(dir, { recursive: true });
  place(realpathSync(process.execPath), join(dir, 'node'));
  writeFileSync(join(dir, 'mammofed'), LAUNCHER);
  chmodSync(join(dir, 'mammofed'), 0o755);
  copyFileSync(join(root, 'LICENSE'), join(dir, 'LICENSE'));
  for (const path of workspaces) {
    const manifest = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    for (const part of ['package.json', 'bin', 'dist', 'generated', 'bench'])
      placeAll(join(root, path, part), join(dir, path, part), (name) => !NOT_LOADED.test(name));
    const link = join(dir, 'node_modules', manifest.name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(dir, path)), link);
  }
  for (const path of packages) {
    const parts = LOADED_PARTS[path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)];
    const isLoaded = parts === undefined ? (name) => !NOT_LOADED.test(name) : (name) => parts.test(name);
    placeAll(join(root, path), join(dir, path), (name) => !name.startsWith('node_modules/') && isLoaded(name));
  }
  if (vulkan === undefined)
    console.error(
      'pack-gpu: this machine has no Vulkan loader; WebGPU needs that of the other one (Debian: libvulkan1)',
    );
  else {
    mkdirSync(join(dir, 'lib'));
    place(realpathSync(vulkan), join(dir, 'lib', 'libvulkan.so.1'));
  }
}

/** The workspaces, and every package of the lock file that they need to run and that is installed here. */
function productionClosure() {
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
  for (const path of ['cli', 'site-agent', 'coordinator']) visit(path);
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

/** Places a file, or the files of a folder that `isWanted` by their names in it; nothing if it is not there. */
function placeAll(from, to, isWanted) {
  if (!existsSync(from)) return;
  if (statSync(from).isFile()) return place(from, to);
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(from, path);
    if (entry.isFile() && isWanted(name)) place(path, join(to, name));
  }
}

function place(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

/** Equal files give an equal archive, whoever packs them and when. */
function archive(dir, out) {
  const plain = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0'];
  const { status, error } = spawnSync('tar', [...plain, '-cJf', out, '-C', dir, NAME], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, XZ_OPT: '-6 -T1' },
  });
  if (status !== 0) throw new Error(`needs GNU tar and xz (${error?.message ?? `tar ended with exit code ${status}`})`);
  const { size } = statSync(out);
  const mebibytes = (size / 1024 ** 2).toFixed(1);
  console.log(`${out}: ${mebibytes} MiB, ${vulkan === undefined ? 'without' : 'with'} a Vulkan loader`);
  if (size > MAX_ARCHIVE_BYTES)
    throw new Error(`made an archive of ${mebibytes} MiB; ${MAX_ARCHIVE_BYTES / 1024 ** 2} are allowed`);
}
