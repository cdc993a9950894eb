/** Where a command writes. Standard output carries what was asked for; notes and errors go to standard error. */
export interface Screen {
  /** Writes a line to standard output. */
  readonly print: (line: string) => void;
  /** Writes a line to standard error. */
  readonly note: (line: string) => void;
  /** Writes to standard output as it is, without a line end. */
  readonly draw: (text: string) => void;
  /** Whether standard output is a terminal, so that lines may be redrawn. */
  readonly isTerminal: boolean;
  /** Columns and rows of the terminal now; a common size where there is none. */
  readonly size: () => { readonly columns: number; readonly rows: number };
}

const USUAL_SIZE = { columns: 100, rows: 40 };

/** The screen of this process. */
export function processScreen(): Screen {
  const { stdout, stderr } = process;
  // `mammofed run list | head` closes the pipe early: that is no error.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    print: (line) => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    draw: (text) => void stdout.write(text),
    isTerminal: stdout.isTTY === true,
    size: () => {
      if (stdout.isTTY !== true) return USUAL_SIZE;
      // Asked afresh each time: a process that is not in the terminal's foreground is not told of a new size.
      const [columns, rows] = stdout.getWindowSize();
      return columns > 0 && rows > 0 ? { columns, rows } : USUAL_SIZE;
    },
  };
}

/** The same screen with everything for people on standard error, so that standard output is a machine's alone. */
export function onStandardError(screen: Screen): Screen {
  return { ...screen, print: screen.note, isTerminal: false };
}

/** Text of another program or machine without control characters, which could move a terminal's cursor. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
