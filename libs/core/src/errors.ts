/** Facts that go with an error: safe to log, never image data, keys, patient identifiers or a peer's payload. */
export type ErrorContext = Readonly<Record<string, string | number | boolean | null>>;

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

export type CoreErrorCode = 'bad-model-file' | 'bad-run-config' | 'illegal-transition';

export class CoreError extends CodedError<CoreErrorCode> {}
