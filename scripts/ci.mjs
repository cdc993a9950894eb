// What .ci/run runs: the tests and the check as everybody runs them, then the tests that need what a bare machine lacks.
// Uses nothing but Node itself, for it starts before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'mammofed-ci-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const totals = { passed: 0, failed: 0 };

/** Every step has a limit, so that a hang ends with a closing line; and all together one, of which each step gets what is left. */
const LIMIT_MINUTES = {
  tests: 50,
  check: 9,
  install: 4,
  services: 24,
  postgres: 12,
  data: 22,
  faults: 11,
  fuzz: 7,
  'image-fuzz': 8,
};
const MOST_MINUTES = 88;
const startedMs = Date.now();

/** Tests on real files, at least: where the data lie, fewer mean that some were not found. */
const REAL_DATA_TESTS = 253;

const POSTGRES_URL = 'postgres://postgres@127.0.0.1:5432/postgres';

/** Chromium's Vulkan loader, and its driver that needs no GPU: what onnxruntime's WebGPU provider is tested with. */
const SWIFTSHADER = {
  VK_ICD_FILENAMES: '/usr/lib/chromium/vk_swiftshader_icd.json',
  LD_LIBRARY_PATH: '/usr/lib/chromium',
};

/** What the tests of services start, and the Debian package that has it. */
const SERVICES = {
  '/usr/bin/chromium': 'chromium',
  // The build of squid that can inspect TLS.
  '/usr/sbin/squid': 'squid-openssl',
  '/usr/bin/openssl': 'openssl',
  // Readers of DICOM objects that know nothing of ours.
  '/usr/bin/dciodvfy': 'dicom3tools',
  '/usr/lib/python3/dist-packages/pydicom': 'python3-pydicom',
  // A PACS, and what makes DICOM files in every transfer syntax.
  '/usr/sbin/Orthanc': 'orthanc',
  '/usr/share/orthanc/plugins/libOrthancDicomWeb.so': 'orthanc-dicomweb',
  '/usr/bin/dcmcjpeg': 'dcmtk',
  // Gives the tests a network of their own.
  '/usr/sbin/ip': 'iproute2',
};

jest('tests', ['npm', 'test', '--']);
check();
// Fewer than `npm run test:faults` makes, with other victims and moments every time; it says its seed.
jest('faults', [process.execPath, join('scripts', 'faults.mjs'), '--runs', '10']);
// Of the million that `npm run test:fuzz` draws.
jest('fuzz', [process.execPath, join('scripts', 'fuzz.mjs'), '--frames', '20000']);
// Of the 20,000 that `npm run test:image-fuzz` makes; always the same, since a new one may find what is no fault of a change.
jest('image-fuzz', [process.execPath, join('scripts', 'image-fuzz.mjs'), '--files', '1000', '--seed', '6']);
services();
postgres();
realData();

console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

/** Runs Jest and adds up what it counted. @returns the counts; undefined if Jest did not come to its end. */
function jest(name, command, env = {}) {
  const report = join(scratch, `${name}.json`);
  const { status } = run(name, [...command, '--json', `--outputFile=${report}`], { env });
  if (!existsSync(report)) return void fail(`${name}: Jest ended with exit code ${status} and without a report`);
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const counts = {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
  };
  add(counts);
  if (status !== 0 && counts.failed === 0) fail(`${name}: Jest ended with exit code ${status} though no test failed`);
  return counts;
}

/** Each part of the check counts as one. */
function check() {
  const { status, stdout } = run('check', ['npm', 'run', 'check'], { isRead: true });
  const closingLine = /^(\d+) passed, (\d+) failed$/m.exec(stdout ?? '');
  if (closingLine === null) return fail(`check: ended with exit code ${status} and without its closing line`);
  add({ passed: Number(closingLine[1]), failed: Number(closingLine[2]) });
  if (status !== 0 && Number(closingLine[2]) === 0) fail(`check: ended with exit code ${status} though no part failed`);
}

/**
 * Tests against programs that are not npm packages: the browser in which a person reads the report, a Vulkan driver, a
 * hospital's proxy.
 */
function services() {
  if (!hasTests('services')) return console.log('ci: there are no tests in test/services');
  const missing = () => Object.keys(SERVICES).filter((file) => !existsSync(file));
  const packages = missing().map((file) => SERVICES[file]);
  if (packages.length > 0) {
    run('install', ['apt-get', 'update', '-q']);
    run('install', ['apt-get', 'install', '-q', '-y', '--no-install-recommends', ...packages], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    for (const file of missing()) fail(`services: ${SERVICES[file]} could not be installed`);
  }
  jest('services', jestOn('services'), { MAMMOFED_TESTS: 'all', ...SWIFTSHADER });
}

/** The coordinator's tests once more, on a PostgreSQL server. None of those that need one may be missing or skipped. */
function postgres() {
  if (!canReachPostgres()) startPostgres();
  if (!canReachPostgres()) return fail(`postgres: nothing answers at ${POSTGRES_URL}, and none could be started`);
  const counts = jest('postgres', jestOn('coordinator/src'), { MAMMOFED_TEST_DATABASE_URL: POSTGRES_URL });
  if (counts === undefined) return;
  console.log(`ci: on PostgreSQL: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  // Those of a full disk need a mount, which not every machine permits: three.
  if (counts.skipped > 3) fail(`postgres: ${counts.skipped} of the coordinator's tests did not run`);
}

function canReachPostgres() {
  return spawnSync('psql', [POSTGRES_URL, '-Atc', 'SELECT 1'], { timeout: 10_000 }).status === 0;
}

/** Debian's, with a cluster that trusts this machine's own users: it holds nothing but what the tests make. */
function startPostgres() {
  run('install', ['apt-get', 'update', '-q']);
  run('install', ['apt-get', 'install', '-q', '-y', '--no-install-recommends', 'postgresql'], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  const versions = existsSync('/etc/postgresql') ? readdirSync('/etc/postgresql') : [];
  const [version] = versions.sort((a, b) => Number(b) - Number(a));
  if (version === undefined) return;
  const rules = `/etc/postgresql/${version}/main/pg_hba.conf`;
  writeFileSync(rules, `host all all 127.0.0.1/32 trust\n${readFileSync(rules, 'utf8')}`);
  run('install', ['pg_ctlcluster', version, 'main', 'restart']);
}

/** Where the real data lie, not one of their tests may be missing or skipped. */
function realData() {
  const places = [process.env.MAMMOFED_DATA, join(root, '..', 'shared', 'data')].filter(Boolean);
  const data = places.find((place) => existsSync(place));
  if (data === undefined) return console.log(`ci: no real data at ${places.join(' or ')}, so their tests do not run`);
  // One after the other: each has the processor to itself.
  const counts = jest('data', [...jestOn('test/data'), '--runInBand'], { MAMMOFED_TESTS: 'all' });
  if (counts === undefined) return;
  if (counts.passed + counts.failed < REAL_DATA_TESTS || counts.skipped > 0)
    fail(
      `data: there are real data at ${data}, yet ${counts.passed} of ${REAL_DATA_TESTS} of their tests passed and ${counts.skipped} did not run`,
    );
}

function jestOn(folder) {
  return [process.execPath, join('scripts', 'jest.mjs'), `--testPathPatterns=/${folder}/`];
}

function hasTests(folder) {
  const path = join(root, 'test', folder);
  return existsSync(path) && readdirSync(path, { recursive: true }).some((name) => name.endsWith('.test.ts'));
}

function run(name, command, { env = {}, isRead = false } = {}) {
  console.log(`\nci: ${command.join(' ')}`);
  // coreutils' timeout ends the command's children too.
  const leftMinutes = MOST_MINUTES - (Date.now() - startedMs) / 60_000;
  const seconds = Math.max(1, Math.floor(60 * Math.min(LIMIT_MINUTES[name], leftMinutes)));
  const result = spawnSync('timeout', ['--kill-after=30', `${seconds}s`, ...command], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', isRead ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (isRead) process.stdout.write(result.stdout ?? '');
  return result;
}

function add({ passed, failed }) {
  totals.passed += passed;
  totals.failed += failed;
}

function fail(why) {
  console.log(`ci: ${why}`);
  totals.failed += 1;
}
