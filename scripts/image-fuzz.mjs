// Damaged files of images through every reader: npm run test:image-fuzz -- [--files N] [--seed N]. Exit code 1 if one of them
// ends a process, takes more than 5 s or 1 GiB, is refused otherwise than in words, or has something outside its folder
// opened. The same seed makes the same files.
import { runSeededTests } from './seeded-tests.mjs';

runSeededTests({
  name: 'image-fuzz',
  counted: 'files',
  usual: 20_000,
  most: 10_000_000,
  pattern: '/libs/imaging/src/fuzz/',
  variables: { count: 'MAMMOFED_IMAGE_FUZZ_FILES', seed: 'MAMMOFED_IMAGE_FUZZ_SEED' },
});
