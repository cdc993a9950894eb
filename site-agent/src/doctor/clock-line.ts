import { green, red, type DoctorLine } from './line.js';

/** Of a clock that something sets; the coordinator's answer tells its own to the second. */
const CLOCK_OFF_MS = 60_000;

/** By how much a clock may be off before a new roster does not hold yet: `CLOCK_SKEW_MS` in libs/privacy. */
const CLOCK_STOPS_MS = 10 * 60_000;

/**
 * Compares this machine's clock with the coordinator's.
 * @param ownMs - when the coordinator answered, by this machine's clock.
 * @param coordinatorMs - the same by its own; null if it did not say.
 */
export function clockLine(ownMs: number, coordinatorMs: number | null): DoctorLine {
  if (coordinatorMs === null) return green('clock', 'not compared: the coordinator’s answer has no date');
  const offMs = ownMs - coordinatorMs;
  const apart = Math.abs(offMs);
  const found = `${duration(apart)} ${offMs < 0 ? 'behind' : 'ahead of'} the coordinator’s`;
  if (apart <= CLOCK_OFF_MS) return green('clock', found);
  return red('clock', { code: 'wrong-clock', found, mayTrain: apart < CLOCK_STOPS_MS });
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`;
}
