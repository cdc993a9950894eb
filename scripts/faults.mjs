// Runs in which a process is killed at a random moment: npm run test:faults -- [--runs N] [--seed N]. Exit code 1 if a run is
// lost, stuck or counted twice. The same seed draws the same victims and moments.
import { runSeededTests } from './seeded-tests.mjs';

runSeededTests({
  name: 'faults',
  counted: 'runs',
  usual: 50,
  most: 10_000,
  pattern: '/test/faults/random-kills',
  variables: { count: 'MAMMOFED_FAULT_RUNS', seed: 'MAMMOFED_FAULT_SEED' },
});
