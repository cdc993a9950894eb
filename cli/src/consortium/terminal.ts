import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

/** A person at a terminal, who types a line. */
export interface Terminal {
  readonly input: Readable;
  /** Where the question goes. */
  readonly output: Writable;
}

/**
 * Asks a question.
 * @param echo - where what is typed is shown.
 * @returns the line without white space around it, as files are read too; null if the input ends without one (Ctrl-D).
 */
export async function askOn({ input, output }: Terminal, question: string, echo: Writable): Promise<string | null> {
  output.write(question);
  const terminal = createInterface({ input, output: echo, terminal: true });
  // The interface takes Ctrl-C off the terminal.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  // At the end of the input the interface closes, and forgets who waits for a line.
  const ended = new Promise<null>((resolve) => terminal.once('close', () => resolve(null)));
  try {
    const line = await Promise.race([terminal.question(''), ended]);
    return line?.trim() ?? null;
  } finally {
    terminal.close();
  }
}
