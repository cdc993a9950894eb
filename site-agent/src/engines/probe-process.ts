// Entry of the process in which an engine is tried: native code that nobody tried on this machine before may end it. It
// trains the self-test's steps, tells its parent how that went, and ends.
import '../no-telemetry.js';
import { ENGINE_NAMES } from '@mammofed/core';
import { createTrainer, runSelfTest, SELF_TEST } from '@mammofed/learning';
import type { ProbeReport } from './probe.js';

// The Vulkan loader then says which device it opens, and why a driver does not load; nothing else in onnxruntime does.
// eslint-disable-next-line no-restricted-properties -- written, not read
process.env['VK_LOADER_DEBUG'] = 'error,driver';

async function main(): Promise<void> {
  const engine = ENGINE_NAMES.find((name) => name === process.argv[2]);
  if (engine === undefined || process.send === undefined) {
    process.stderr.write('an engine is tried by the site agent (site doctor), not by hand\n');
    process.exit(2);
  }
  const trainer = await createTrainer(engine, SELF_TEST.options);
  await runSelfTest(trainer);
  say({ problem: null });
}

function say(report: ProbeReport): void {
  // Not by itself: a driver's threads may keep it alive.
  process.send?.(report, () => process.exit(0));
}

main().catch((error: unknown) => {
  const { code, message, cause } = error as { code?: unknown; message: string; cause?: unknown };
  // onnxruntime's own words are the cause; other messages are whole.
  say({ problem: code === 'session-failed' && cause instanceof Error ? `${message}: ${cause.message}` : message });
});
