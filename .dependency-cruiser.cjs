// The direction of dependencies. `npm run check` holds the code to it; test/arrows.test.ts holds this file to it.

/** What each package may import, besides itself and the npm packages that its own package.json declares. */
const MAY_IMPORT = {
  proto: [],
  'libs/core': [],
  'libs/privacy': ['libs/core'],
  'libs/aggregation': ['libs/core'],
  'libs/learning': ['libs/core'],
  'libs/imaging': ['libs/core'],
  'libs/wire': ['libs/core', 'proto'],
  // Files of the two applications: keys, locks, durable writes.
  'libs/storage': ['libs/core', 'libs/privacy'],
  // What the coordinator cannot import, it cannot leak: neither image reading nor training.
  coordinator: ['libs/core', 'libs/privacy', 'libs/aggregation', 'libs/wire', 'libs/storage'],
  'site-agent': [
    'libs/core',
    'libs/privacy',
    'libs/aggregation',
    'libs/learning',
    'libs/imaging',
    'libs/wire',
    'libs/storage',
  ],
  // The command line spawns the applications; it imports neither. It alone holds the consortium's root key.
  cli: ['libs/core', 'libs/imaging', 'libs/privacy', 'libs/storage'],
};

const PACKAGES = Object.keys(MAY_IMPORT);
const anyOf = (folders) => `^(?:${folders.join('|')})/`;
const OUR_CODE = anyOf([...PACKAGES, 'libs/[^/]+', 'test', 'scripts', 'dashboard', 'deploy']);
const TEST_FILES = '\\.(test|test-support)\\.ts$';
const NODE_IO = '^(node:)?(fs|net|child_process|worker_threads|cluster|http|https|http2|tls|dgram|dns)(/|$)';

const arrows = PACKAGES.map((name) => ({
  name: `arrows-of-${name.replace('libs/', '')}`,
  comment: `${name} imports nothing of ours but ${[...MAY_IMPORT[name]].join(', ') || 'itself'}.`,
  severity: 'error',
  from: { path: anyOf([name]) },
  to: { path: OUR_CODE, pathNot: anyOf([name, ...MAY_IMPORT[name]]) },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'known-packages',
      comment: 'A new package needs a line in MAY_IMPORT; without one, nothing would hold it to any arrow.',
      severity: 'error',
      from: { path: '^libs/', pathNot: anyOf(PACKAGES) },
      to: {},
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-deep-imports',
      comment: 'Another package is imported by its name, and gives what its src/index.ts exports.',
      severity: 'error',
      from: { path: `^(${PACKAGES.join('|')}|test|scripts)/` },
      to: {
        path: anyOf(PACKAGES),
        pathNot: ['^$1/', '^libs/[^/]+/dist/index\\.(js|d\\.ts)$', '^proto/generated/mammofed\\.(js|d\\.ts)$'],
      },
    },
    {
      name: 'pure-packages',
      comment: 'core and aggregation are arithmetic and rules: no module of Node.',
      severity: 'error',
      from: { path: '^libs/(core|aggregation)/src/', pathNot: TEST_FILES },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-files-no-network',
      comment:
        'privacy and learning get bytes and give bytes; files, sockets and processes belong to the applications.',
      severity: 'error',
      from: { path: '^libs/(privacy|learning)/src/', pathNot: TEST_FILES },
      to: { dependencyTypes: ['core'], path: NODE_IO },
    },
    {
      name: 'declared-packages',
      comment: "An npm package is a dependency in the package.json of the package that uses it, not the root's.",
      severity: 'error',
      from: { path: '/src/', pathNot: TEST_FILES },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // A package is seen through its compiled entry; what lies behind it is checked where it is written.
    doNotFollow: { path: '(^|/)(node_modules|dist|generated)/' },
    exclude: { path: '(^|/)dist/.*\\.test\\.' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
