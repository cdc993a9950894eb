// Packs all that the product and the tests of its WebGPU engine need to run into one archive for a bare Linux machine with
// a GPU, which has neither Node nor a registry: this machine's Node, the built workspaces with their production dependencies
// (of onnxruntime-node linux-x64 alone), Jest with the sources that these tests run, and the Vulkan loader where this machine
// has one. For x64 only, from an x64 machine.
//
//   node scripts/pack-gpu.mjs [--out FILE.tar.xz] [--vulkan FILE]   writes the archive (default mammofed-gpu.tar.xz)
//   node scripts/pack-gpu.mjs --stage DIR [--vulkan FILE]           only lays out the files, in a new folder
//
// There: tar xf mammofed-gpu.tar.xz && ./mammofed-gpu/mammofed bench engine --help, or ./mammofed-gpu/gpu-suite
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
import { transformSync } from '@swc/core';
import jestConfig from '../jest.config.mjs';
import { lockClosure } from './lock-closure.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What an archive may have; machines are lent for minutes, and the line to them is slow. */
const MAX_ARCHIVE_BYTES = 60 * 1024 * 1024;

/** The folder that the archive holds. */
const NAME = 'mammofed-gpu';

/** Where Debian's package libvulkan1 and other distributions put the loader. */
const VULKAN_LOADERS = ['/usr/lib/x86_64-linux-gnu/libvulkan.so.1', '/usr/lib64/libvulkan.so.1'];

/** Files of packages that nothing loads. */
const NOT_LOADED =
  /\.([cm]?ts|map|md|markdown|tsbuildinfo)$|\.test\.[cm]?js$|(^|\/)(test|tests|__tests__|docs|examples?|[^/]*\.d\.ts)\//;

/** Of these packages only what is named is loaded; the rest are bundles for browsers, other systems and extensions. */
const LOADED_PARTS = {
  '@tensorflow/tfjs-backend-cpu': /^(package\.json|dist\/tf-backend-cpu\.node\.js)$/,
  '@tensorflow/tfjs-core': /^(package\.json|LICENSE|dist\/tf-core\.node\.js)$/,
  '@tensorflow/tfjs-layers': /^(package\.json|LICENSE|dist\/tf-layers\.node\.js)$/,
  'onnxruntime-node': /^(package\.json|LICENSE|dist\/.*\.js|bin\/napi-v\d+\/linux\/x64\/.*)$/,
  dcmjs: /^(package\.json|LICENSE|build\/dcmjs(\.es)?\.js)$/,
  '@electric-sql/pglite': /^(package\.json|LICENSE|dist\/(fs\/)?[^/]*\.(js|wasm|data))$/,
};

/** The entries of what is packed. */
const PROGRAMS = ['cli', 'site-agent', 'coordinator'];

/** The tests that need a Vulkan driver; no others are packed. */
const SUITE = /^services\/.*\.test\.ts$/;

/** What these tests run with, and import. */
const SUITE_PACKAGES = ['jest', '@jest/globals', 'jest-environment-node', '@tensorflow/tfjs-backend-cpu'].map(
  (name) => `node_modules/${name}`,
);

/** Jest runs sources: those of the tests, and of the workspaces that the tests import. */
const SUITE_SOURCES = [
  'jest.config.mjs',
  'scripts/jest.mjs',
  'scripts/jest-closing-line.mjs',
  'libs/learning/jest-environment.mjs',
  'libs/core/src',
  'libs/learning/src',
];

const LAUNCHERS = {
  mammofed: launcher('exec "$here/node" "$here/cli/bin/mammofed.js" "$@"'),
  'gpu-suite': launcher(
    'export MAMMOFED_TESTS=all',
    `exec "$here/node" "$here/scripts/jest.mjs" --transform='{}' "$@"`,
  ),
};

/** Starts a packed program; needs nothing of the machine but a shell, not even a PATH. */
function launcher(...commands) {
  return `#!/bin/sh
case $0 in */*) here=\${0%/*} ;; *) here=. ;; esac
here=$(cd "$here" && pwd)
if [ -d "$here/lib" ]; then
  export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
${commands.join('\n')}
`;
}

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
  const { workspaces, packages } = lockClosure(root, [...PROGRAMS, ...SUITE_PACKAGES]);
  mkdirSync(dir, { recursive: true });
  place(realpathSync(process.execPath), join(dir, 'node'));
  for (const [name, text] of Object.entries(LAUNCHERS)) {
    writeFileSync(join(dir, name), text);
    chmodSync(join(dir, name), 0o755);
  }
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
  for (const path of SUITE_SOURCES) {
    placeAll(join(root, path), join(dir, path), (name) => SUITE.test(name) || !name.endsWith('.test.ts'));
    if (path.endsWith('/src')) compileAll(join(dir, path));
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

/**
 * Puts JavaScript into TypeScript's files, as Jest would make it of them, under their names, by which they find each other:
 * the compiler has 10 MiB that xz makes no smaller.
 */
function compileAll(folder) {
  const [, options] = jestConfig.transform['^.+\\.ts$'];
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith('.ts')) continue;
    const path = join(folder, name);
    writeFileSync(path, transformSync(readFileSync(path, 'utf8'), { ...options, filename: path }).code);
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
