/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/{libs/*,coordinator,site-agent,cli}/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  // Tests in a folder services and those under test/data need what a bare machine lacks; test/faults/random-kills, test/fuzz
  // and a library's fuzz take minutes, as many as their caller likes. .ci/run names them itself.
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    ...(process.env.MAMMOFED_TESTS === 'all'
      ? []
      : [
          '<rootDir>/test/services/',
          '<rootDir>/libs/learning/src/services/',
          '<rootDir>/test/data/',
          '<rootDir>/test/faults/random-kills',
          '<rootDir>/test/fuzz/',
          '<rootDir>/libs/imaging/src/fuzz/',
        ]),
  ],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@mammofed/(core|privacy|aggregation|learning|imaging|wire|storage)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testTimeout: 240_000,
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/scripts/jest-closing-line.mjs'],
};
