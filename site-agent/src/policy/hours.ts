/** In the order of a week. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

const MINUTES_OF_DAY = 24 * 60;

/** When a site trains: windows of the wall clock in one time zone. */
export interface Hours {
  /** An IANA name, such as Europe/Berlin. */
  readonly timeZone: string;
  readonly windows: readonly HoursWindow[];
}

/** From a time of the days named until another, `HH:MM`; one that is not later is that of the day after. */
interface HoursWindow {
  readonly days: readonly Day[];
  readonly from: string;
  readonly to: string;
}

/** Whether one of the windows is open. Where the clock is turned, an hour counts as often as it is shown. */
export function isWithinHours({ timeZone, windows }: Hours, nowMs: number): boolean {
  const { day, minute } = wallClock(timeZone, nowMs);
  const yesterday = DAYS[(DAYS.indexOf(day) + DAYS.length - 1) % DAYS.length] as Day;
  return windows.some(({ days, from, to }) => {
    const [begins, ends] = [minuteOf(from), minuteOf(to)];
    if (begins < ends) return days.includes(day) && minute >= begins && minute < ends;
    return (days.includes(day) && minute >= begins) || (days.includes(yesterday) && minute < ends);
  });
}

/** Such as `mon,tue 19:00–06:00 (Europe/Berlin)`. */
export function hoursText({ timeZone, windows }: Hours): string {
  return `${windows.map(({ days, from, to }) => `${days.join(',')} ${from}–${to}`).join('; ')} (${timeZone})`;
}

function wallClock(timeZone: string, nowMs: number): { readonly day: Day; readonly minute: number } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(nowMs).map(({ type, value }) => [type, value]));
  const day = DAYS.find((candidate) => candidate === parts.get('weekday')?.toLowerCase()) as Day;
  return { day, minute: (Number(parts.get('hour')) * 60 + Number(parts.get('minute'))) % MINUTES_OF_DAY };
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
