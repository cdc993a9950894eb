/** Facts that go with an error: safe to log, never image data, keys, patient identifiers or a peer's payload. */
export type ErrorContext = Readonly<Record<string, string | number | boolean | null>>;

/** What a code says to the person who meets it; `docs/errors.md` is made from these. */
export interface ErrorNote {
  /** What happened. */
  readonly meaning: string;
  /** What to do now. */
  readonly next: string;
}

/** Every code of one kind of failure, each with its note. The codes are a closed set: its keys. */
export type ErrorCatalogue = Readonly<Record<string, ErrorNote>>;

/**
 * Base of every package's error class. Callers branch on `code`, never on the text.
 * `message` is for a person: what happened, to what, and what to do next.
 */
export abstract class CodedError<Code extends string> extends Error {
  readonly code: Code;
  readonly context: ErrorContext;

  constructor(code: Code, message: string, context: ErrorContext = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.context = context;
  }
}

export function isCodedError(error: unknown): error is CodedError<string> {
  return error instanceof CodedError;
}

export const CORE_ERRORS = {
  'bad-model-file': {
    meaning: 'The bytes are not a model file (safetensors) that this version can read.',
    next: 'Check that it is the whole file, then fetch or make it again.',
  },
  'bad-run-config': {
    meaning: "A run's configuration breaks one or more rules, all of which the message lists.",
    next: 'Correct the listed options and create the run again.',
  },
  'no-interval': {
    meaning: 'There are no numbers, or not sound ones, to give an interval of the mean of.',
    next: 'This is a mistake in the program: report it with the log.',
  },
  'illegal-transition': {
    meaning: 'A run, a round or a participant was to go from one state to another that cannot follow it.',
    next: 'This is a mistake in the program: report it with the log.',
  },
} as const satisfies ErrorCatalogue;

export type CoreErrorCode = keyof typeof CORE_ERRORS;

export class CoreError extends CodedError<CoreErrorCode> {}
