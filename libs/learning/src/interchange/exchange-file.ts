import type { NamedTensor } from '@mammofed/core';
import { LearningError } from '../errors.js';
import type { ModelSpec } from '../model-spec.js';

/** A run's metadata have some 400; every listing of a store shows them. */
const MAX_METADATA_CHARACTERS = 65_536;

/** A model in another program's format, of which nothing but the description has been looked at. */
export interface ExchangeFile {
  /** Texts about the model. They are the file's word alone. */
  readonly metadata: Readonly<Record<string, string>>;
  /**
   * The model's tensors in the model's order, bit for bit as the file has them.
   * @param spec - the network that it is said to be.
   * @throws LearningError `foreign-model` if the file's network is not that one in the form in which this program writes it;
   * `bad-exchange-file`; `bad-model-spec`.
   */
  tensors(spec: ModelSpec): Promise<NamedTensor[]>;
}

/** @throws LearningError `bad-exchange-file`. */
export function damaged(why: string, cause?: unknown): never {
  throw new LearningError('bad-exchange-file', `the model cannot be imported: ${why}`, {}, cause);
}

/** @throws LearningError `foreign-model`. */
export function foreign({ name, width, size }: ModelSpec, difference: string): never {
  throw new LearningError(
    'foreign-model',
    `this is not the network ${name} of width ${width} for ${size}×${size} pixels as this version writes it: ${difference}`,
    { name, width, size },
  );
}

/** @throws LearningError `bad-exchange-file` if a tensor holds a value that is no finite number, as no trained model does. */
export function assertFinite({ name, data }: NamedTensor): void {
  if (!data.every(Number.isFinite)) damaged(`tensor ${name} holds a value that is not finite`);
}

/** @throws LearningError `bad-exchange-file` if there are more characters than any description has. */
export function cappedMetadata(entries: readonly (readonly [key: string, text: string])[]): Record<string, string> {
  const characters = entries.reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  if (characters > MAX_METADATA_CHARACTERS)
    damaged(`its metadata have ${characters} characters, more than ${MAX_METADATA_CHARACTERS}`);
  return Object.fromEntries(entries);
}
