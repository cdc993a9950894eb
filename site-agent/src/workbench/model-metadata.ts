import {
  greyWindowProblems,
  isCodedError,
  MODEL_NAMES,
  OWN_MODEL,
  readOwnModel,
  type GreyWindow,
  type ModelName,
  type OwnModelSpec,
} from '@mammofed/core';
import type { ModelSpec } from '@mammofed/learning';
import { SiteError } from '../errors.js';

/** What a model file says about itself, or is said about it: null where neither does. */
export interface ModelDescription {
  readonly name: ModelName | typeof OWN_MODEL | null;
  /** The layers of a study's own network; only a file can say them. */
  readonly topology: OwnModelSpec['topology'] | null;
  readonly width: number | null;
  readonly size: number | null;
  readonly study: string | null;
  readonly marginFraction: number | null;
  readonly window: GreyWindow | null;
  readonly batchSize: number | null;
}

/** What a person typed in place of metadata; absent where nothing was. */
export type DescriptionOverrides = {
  readonly [Field in TypedField]?: NonNullable<ModelDescription[Field]> | undefined;
};

type TypedField = Exclude<keyof ModelDescription, 'topology'>;

/** The option of the command line that says what the metadata lack. */
const OPTIONS = {
  name: '--network NAME',
  width: '--width W',
  size: '--size S',
  study: '--study NAME',
  marginFraction: '--margin F',
  window: '--window percentiles|header|LEVEL/WIDTH',
  batchSize: '--batch-size N',
} as const satisfies Record<TypedField, string>;

const NAMES = [...MODEL_NAMES, OWN_MODEL] as const;

/** Images predicted at a time where the metadata do not say: the paper's batch. */
const USUAL_BATCH_SIZE = 4;

/**
 * Reads a model's metadata (all text); what `overrides` says goes before.
 * @throws SiteError `bad-model-metadata` if a value that is there makes no sense.
 */
export function describeModel(
  metadata: Readonly<Record<string, string>>,
  overrides: DescriptionOverrides = {},
): ModelDescription {
  const read = <Field extends TypedField>(
    field: Field,
    key: string,
    parse: (text: string) => NonNullable<ModelDescription[Field]> | null,
  ): ModelDescription[Field] | null => {
    const typed = overrides[field];
    if (typed !== undefined) return typed;
    const text = metadata[key];
    if (text === undefined) return null;
    const value = parse(text);
    if (value !== null) return value;
    throw new SiteError(
      'bad-model-metadata',
      `The model's metadata say ${key} ${text.slice(0, 60)}, which makes no sense. Say it with ${OPTIONS[field]}.`,
      { key },
    );
  };
  const name = read('name', 'model', (text) => NAMES.find((one) => one === text) ?? null);
  return {
    name,
    topology: name === OWN_MODEL ? topologyOf(metadata) : null,
    width: read('width', 'width', (text) => (Number(text) > 0 && Number(text) <= 2 ? Number(text) : null)),
    size: read('size', 'size', (text) => wholeNumber(text, 1024)),
    study: read('study', 'study', (text) => (text === '' ? null : text)),
    marginFraction: read('marginFraction', 'marginFraction', fractionOf),
    window: read('window', 'window', windowOf),
    batchSize: read('batchSize', 'batchSize', (text) => wholeNumber(text, 256)) ?? USUAL_BATCH_SIZE,
  };
}

/**
 * The description with everything that `fields` names.
 * @throws SiteError `missing-model-metadata` that names the options for what is missing.
 */
export function complete<Field extends TypedField>(
  description: ModelDescription,
  fields: readonly Field[],
): Complete<Field> {
  const missing = fields.filter((field) => description[field] === null);
  if (missing.length > 0) {
    throw new SiteError(
      'missing-model-metadata',
      `The model's file does not say how it was trained (an older one, or one from elsewhere). Say it with ${missing.map((field) => OPTIONS[field]).join(' ')}.`,
      { missing: missing.join(' ') },
    );
  }
  return description as Complete<Field>;
}

type Complete<Field extends TypedField> = {
  readonly [Name in Field]: NonNullable<ModelDescription[Name]>;
} & Pick<ModelDescription, 'topology'>;

/** The network of a complete description. */
export function specOf({ name, topology, width, size }: Complete<'name' | 'width' | 'size'>): ModelSpec {
  if (name !== OWN_MODEL) return { name, width, size };
  return { name, width: 1, size, topology: topology as OwnModelSpec['topology'] };
}

/** @throws SiteError `bad-model-metadata`. */
function topologyOf({ topology }: Readonly<Record<string, string>>): OwnModelSpec['topology'] {
  try {
    if (topology !== undefined) return readOwnModel(JSON.parse(topology)).topology;
  } catch (error) {
    if (!isCodedError(error) && !(error instanceof SyntaxError)) throw error;
    throw unknownLayers(error.message, error);
  }
  throw unknownLayers('they do not say its layers');
}

function unknownLayers(why: string, cause?: unknown): SiteError {
  return new SiteError(
    'bad-model-metadata',
    `The model's metadata say that it is a study's own network, but ${why}. Get the file again from where it was made.`,
    { key: 'topology' },
    cause,
  );
}

/** @throws SiteError `bad-usage` unless `text` is a number from 0 to 1. */
export function fraction(option: string, text: string): number {
  const value = fractionOf(text);
  if (value === null) throw new SiteError('bad-usage', `--${option} must be a fraction from 0 to 1, not ${text}`);
  return value;
}

/** @throws SiteError `bad-usage` unless `text` is a grey window as JSON. */
export function greyWindow(text: string): GreyWindow {
  const value = windowOf(text);
  if (value === null) throw new SiteError('bad-usage', `--window must be a grey window as JSON, not ${text}`);
  return value;
}

function fractionOf(text: string): number | null {
  const value = text.trim() === '' ? NaN : Number(text);
  return value >= 0 && value <= 1 ? value : null;
}

function wholeNumber(text: string, max: number): number | null {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return value >= 1 && value <= max ? value : null;
}

function windowOf(text: string): GreyWindow | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { kind, level, width } = (value ?? {}) as { kind?: unknown; level?: unknown; width?: unknown };
  if (kind === 'percentiles' || kind === 'header') return { kind };
  if (kind !== 'level' || typeof level !== 'number' || typeof width !== 'number') return null;
  const window: GreyWindow = { kind, level, width };
  return greyWindowProblems(window).length === 0 ? window : null;
}
