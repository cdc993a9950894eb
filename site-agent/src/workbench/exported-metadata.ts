import { canonicalJson, OWN_MODEL } from '@mammofed/core';
import type { ModelSpec } from '@mammofed/learning';

/** Beside the metadata of an exported model: the SHA-256 of the model file that it was made from. */
const EXPORTED_FROM = 'modelSha256';

/** What a model that was changed outside says in place of a run: which model it was once exported from. */
const DERIVED_FROM = 'derivedFrom';

/** What only the model that a run made may say of itself. */
const LINEAGE_KEYS: readonly string[] = ['seed', 'round', 'run'];

type Texts = Readonly<Record<string, string>>;

/** A model's metadata as an export carries them: how images are prepared, where the model is from, and its hash. */
export function exportedMetadata(metadata: Texts, spec: ModelSpec, sha256: string): Texts {
  return { ...metadata, ...networkMetadata(spec), [EXPORTED_FROM]: sha256 };
}

/** Which network a model is, as its file says it. */
export function networkMetadata(spec: ModelSpec): Texts {
  const { name, width, size } = spec;
  const described = { model: name, width: String(width), size: String(size) };
  return name === OWN_MODEL ? { ...described, topology: canonicalJson(spec.topology) } : described;
}

/** An export's metadata, apart. */
export interface ImportedMetadata {
  /** As the model file had them, with the network that was said to be. */
  readonly metadata: Texts;
  /** The hash of the model file that was exported; null if the file does not say. */
  readonly exportedFrom: string | null;
}

/** Reads back {@link exportedMetadata}. */
export function importedMetadata(texts: Texts, spec: ModelSpec): ImportedMetadata {
  const { [EXPORTED_FROM]: exportedFrom = null, ...metadata } = texts;
  return { metadata: { ...metadata, ...networkMetadata(spec) }, exportedFrom };
}

/** The metadata of a model that is no longer the one that was exported: no run made it. */
export function derivedMetadata(metadata: Texts, exportedFrom: string): Texts {
  const kept = Object.entries(metadata).filter(([key]) => !LINEAGE_KEYS.includes(key));
  return { ...Object.fromEntries(kept), [DERIVED_FROM]: exportedFrom };
}
