#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  const { runFromProcess } = await import(main.href);
  await runFromProcess();
} else {
  process.stderr.write('mammofed is not built yet. In the checkout, run: npm run setup\n');
  process.exitCode = 2;
}
