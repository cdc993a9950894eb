// Generates the protobufjs codecs of mammofed.proto into generated/. With --check, fails if they are out of date.
import { mkdtempSync, mkdirSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pbjs from 'protobufjs-cli/pbjs.js';
import pbts from 'protobufjs-cli/pbts.js';

const here = dirname(fileURLToPath(import.meta.url));
const check = process.argv.includes('--check');
const target = join(here, 'generated');
const out = check ? mkdtempSync(join(tmpdir(), 'mammofed-proto-')) : target;
mkdirSync(out, { recursive: true });
const js = join(out, 'mammofed.js');
const dts = join(out, 'mammofed.d.ts');
await promisify(pbjs.main)([
  '--target',
  'static-module',
  '--wrap',
  'es6',
  '--es6',
  '--no-create',
  '--no-verify',
  '--no-delimited',
  '--no-service',
  '--out',
  js,
  join(here, 'mammofed.proto'),
]);
await promisify(pbts.main)(['--out', dts, js]);
if (check) {
  const stale = ['mammofed.js', 'mammofed.d.ts'].filter(
    (name) =>
      !existsSync(join(target, name)) ||
      readFileSync(join(target, name), 'utf8') !== readFileSync(join(out, name), 'utf8'),
  );
  rmSync(out, { recursive: true });
  if (stale.length > 0) {
    console.error(`proto/generated is out of date (${stale.join(', ')}): run \`npm run proto\` and commit the result.`);
    process.exit(1);
  }
}
