export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Constant message plus allow-listed fields. Never updates, shares, keys, patient identifiers, file names or a peer's body.
 */
export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** One JSON object a line, through `write`. */
export function jsonLinesLogger(component: string, nowMs: () => number, write: (line: string) => void): Logger {
  const emit = (level: string, message: string, fields: LogFields = {}): void =>
    write(`${JSON.stringify({ time: new Date(nowMs()).toISOString(), level, component, message, ...fields })}\n`);
  return {
    info: (message, fields) => emit('info', message, fields),
    warn: (message, fields) => emit('warn', message, fields),
    error: (message, fields) => emit('error', message, fields),
  };
}
