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
  'bad-topology': {
    meaning:
      "A study's own network is not the JSON of a tfjs LayersModel whose layers lead from one image to one mask.",
    next: 'Mend what the message names; docs/models.md says how such a file is made.',
  },
  'layer-not-allowed': {
    meaning: "A study's own network has a layer of a class that is not on the list.",
    next: 'Use layers of the classes that the message lists.',
  },
  'setting-not-allowed': {
    meaning: "A layer of a study's own network has a setting that is not on the list, or not with this value.",
    next: 'Change the setting of the layer that the message names.',
  },
  'topology-too-large': {
    meaning: "A study's own network is over a cap: layers, characters, parameters, activations or multiplications.",
    next: 'Make it smaller; docs/limits.md lists the caps.',
  },
  'shapes-do-not-fit': {
    meaning: "In a study's own network a layer does not fit to what it reads, or the output is no mask of the input.",
    next: 'Change the layer that the message names, or those before it.',
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
