import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { decodeModelFile, elementCount } from '@mammofed/core';
import { bytesText, counted, textTable } from '../formats.js';
import { printable } from '../screen.js';
import type { OpenedModel } from './opened-model.js';

const SHOWN_CHARACTERS = 200;

/** What `model show` says. */
export interface ModelDetails {
  readonly sha256: string;
  readonly byteLength: number;
  readonly parameterCount: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[] }[];
}

/** @throws CoreError `bad-model-file`. */
export async function modelDetails({ path, sha256 }: OpenedModel): Promise<ModelDetails> {
  const bytes = await readFile(path);
  const { tensors, metadata } = decodeModelFile(bytes);
  return {
    sha256,
    byteLength: bytes.length,
    parameterCount: tensors.reduce((sum, { shape }) => sum + elementCount(shape), 0),
    metadata,
    tensors: tensors.map(({ name, shape }) => ({ name, shape })),
  };
}

export function detailLines({ sha256, byteLength, parameterCount, metadata, tensors }: ModelDetails): string[] {
  return [
    `model ${sha256}`,
    `${bytesText(byteLength)}, ${parameterCount.toLocaleString('en-GB')} parameters in ${counted(tensors.length, 'tensor')}`,
    '',
    ...Object.entries(metadata).map(([key, value]) => `${printable(key).padEnd(16)}${shortened(printable(value))}`),
    '',
    ...textTable(tensors.map(({ name, shape }) => [printable(name), shape.join('×')])),
  ];
}

/** The layers of a study's own network fill pages; `--json` shows them whole. */
function shortened(text: string): string {
  if (text.length <= SHOWN_CHARACTERS) return text;
  const digest = createHash('sha256').update(text).digest('hex');
  return `${text.slice(0, SHOWN_CHARACTERS)}… (${text.length} characters, SHA-256 ${digest})`;
}
