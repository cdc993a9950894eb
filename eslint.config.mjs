import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.ts', '**/*.test-support.ts', 'test/**/*.ts'];

// Clock, generator and settings are arguments: equal arguments give equal results, and tests need not wait.
const IMPURE_PROPERTIES = [
  { object: 'Date', property: 'now', message: 'Take a Clock or a time in milliseconds as an argument.' },
  { object: 'performance', property: 'now', message: 'Take a Clock or a time in milliseconds as an argument.' },
  { object: 'Math', property: 'random', message: 'Take an Rng as an argument.' },
];
const ENVIRONMENT = {
  object: 'process',
  property: 'env',
  message: 'Only main.ts reads the environment; everything else gets its configuration.',
};

export default defineConfig([
  globalIgnores(['**/dist/', 'proto/generated/', 'coverage/', 'mammofed-demo/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,js,mjs,cjs}'],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        // A file belongs to the first of these that includes it; only the last two include tests.
        project: [
          'libs/*/tsconfig.json',
          'coordinator/tsconfig.json',
          'site-agent/tsconfig.json',
          'cli/tsconfig.json',
          'tsconfig.test.json',
          'test/services/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // `default` stands for the rest only where the union is open, as a peer's or a library's is.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // An async function without await turns a throw into a rejection, which is what its callers want.
      '@typescript-eslint/require-await': 'off',
      // The same code is compiled with noUncheckedIndexedAccess in one package and without it in another.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    files: ['libs/*/src/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-console': 'error' },
  },
  {
    files: ['libs/{core,aggregation,privacy,learning}/src/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-properties': ['error', ...IMPURE_PROPERTIES, ENVIRONMENT],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take a Clock as an argument.' },
      ],
    },
  },
  {
    files: ['{coordinator,site-agent,cli}/src/**/*.ts'],
    ignores: [...TESTS, '**/main.ts'],
    rules: { 'no-restricted-properties': ['error', ENVIRONMENT] },
  },
]);
