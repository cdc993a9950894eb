// Frames drawn from the schema of the wire and damaged, at both ends: npm run test:fuzz -- [--frames N] [--seed N]. Exit code 1
// if one of them ends a process or changes what it keeps. The same seed draws the same frames.
import { runSeededTests } from './seeded-tests.mjs';

runSeededTests({
  name: 'fuzz',
  counted: 'frames',
  usual: 1_000_000,
  most: 100_000_000,
  pattern: '/test/fuzz/',
  variables: { count: 'MAMMOFED_FUZZ_FRAMES', seed: 'MAMMOFED_FUZZ_SEED' },
});
