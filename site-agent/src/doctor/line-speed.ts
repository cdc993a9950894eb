import { randomBytes } from 'node:crypto';
import { MAX_PROBE_BYTES } from '@mammofed/wire';
import type { Transport } from '../connection/transport.js';
import { green, red, untried, type DoctorLine } from './line.js';

/** Bytes of the probes, from small to large: a slow line gets no larger one than it needs. */
const FIRST_BYTES = 16 * 1024;
const SIZES = [FIRST_BYTES, 128 * 1024, MAX_PROBE_BYTES];

/** A probe that takes longer than this is long enough to be timed by. */
const LONG_ENOUGH_MS = 700;

/** 64 kbit/s, less what goes with the bytes: below it, a chunk of a model does not arrive in time (see SilenceWatch). */
const SLOWEST_BYTES_PER_SECOND = 6000;

/** The U-Net of the paper: 31,030,593 weights of 4 bytes. */
const MODEL_BYTES = 31_030_593 * 4;

/**
 * Times the line in both directions.
 * @param transport - one that has not begun its handshake.
 * @param nowMs - monotonic.
 */
export async function measuredLine(
  transport: Pick<Transport, 'probe' | 'kind'>,
  nowMs: () => number = () => performance.now(),
): Promise<DoctorLine> {
  const timed = async (bytes: Uint8Array, wanted: number): Promise<number> => {
    const fromMs = nowMs();
    await transport.probe(bytes, wanted);
    return nowMs() - fromMs;
  };
  let roundTripMs: number;
  try {
    roundTripMs = await timed(new Uint8Array(1), 1);
  } catch {
    return untried('bandwidth', 'this coordinator is of a version that does not measure the line');
  }
  const up = await measured(roundTripMs, (size) => timed(randomBytes(size), 1));
  // A message that did not get through has ended the connection.
  const down = up.stuckAt === null ? await measured(roundTripMs, (size) => timed(new Uint8Array(1), size)) : up;
  const { stuckAt } = down;
  if (stuckAt !== null && stuckAt > FIRST_BYTES) {
    const found = `a message of ${Math.round(stuckAt / 1024)} KiB does not get ${up.stuckAt === null ? 'here' : 'through'} by ${transport.kind}, smaller ones do`;
    return red('bandwidth', { code: 'large-messages-blocked', found });
  }
  const slowest = Math.min(up.bytesPerSecond, down.bytesPerSecond);
  const found = `up ${rate(up.bytesPerSecond)}, down ${rate(down.bytesPerSecond)}, round trip ${Math.round(roundTripMs)} ms (${transport.kind})`;
  if (slowest < SLOWEST_BYTES_PER_SECOND) return red('bandwidth', { code: 'slow-line', found });
  const model = `a model of ${(MODEL_BYTES / 1e6).toFixed(0)} MB takes ${duration(up)} up and ${duration(down)} down`;
  return green('bandwidth', `${found}; ${model}`);
}

interface Speed {
  readonly bytesPerSecond: number;
  /** Bytes of the message that got no answer; null if all did. */
  readonly stuckAt: number | null;
}

/** @param send - sends or fetches so many bytes. @returns how many ms that took. */
async function measured(roundTripMs: number, send: (size: number) => Promise<number>): Promise<Speed> {
  let best = 0;
  for (const size of SIZES) {
    let ms: number;
    try {
      ms = await send(size);
    } catch {
      return { bytesPerSecond: best, stuckAt: size };
    }
    // Less the way of the question itself; at least half of what was seen, since round trips vary.
    best = Math.max(best, (size / Math.max(ms - roundTripMs, ms / 2, 0.01)) * 1000);
    if (ms > LONG_ENOUGH_MS) break;
  }
  return { bytesPerSecond: best, stuckAt: null };
}

function rate(bytesPerSecond: number): string {
  const megabits = (bytesPerSecond * 8) / 1e6;
  return megabits < 10 ? `${megabits.toFixed(2)} Mbit/s` : `${Math.round(megabits)} Mbit/s`;
}

function duration({ bytesPerSecond }: Speed): string {
  const whole = Math.ceil(MODEL_BYTES / bytesPerSecond);
  return whole < 120 ? `${whole} s` : `${Math.ceil(whole / 60)} minutes`;
}
