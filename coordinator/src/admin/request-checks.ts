import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { runId, sha256Hex, type RunId, type Sha256Hex } from '@mammofed/core';
import { MAX_ROSTER_BYTES } from '@mammofed/privacy';
import { MAX_MODEL_BYTES } from '@mammofed/wire';
import { CoordinatorError } from '../errors.js';
import { unknownRun } from '../runs/runs.service.js';

export const INVITE_REQUEST = z.strictObject({ siteName: z.string() });

export const ROSTER_REQUEST = z.strictObject({ roster: z.string().max(MAX_ROSTER_BYTES) });

export const RUN_REQUEST = z.strictObject({
  /** Checked by RunsService. */
  config: z.unknown(),
  initialModelSha256: z.string(),
  /** Of a model signer; left out or null: nobody signed it. */
  signature: z
    .strictObject({ signer: z.string().regex(/^[0-9a-f]{64}$/), signature: z.string().regex(/^[0-9a-f]{128}$/) })
    .nullable()
    .default(null),
});

/** @throws CoordinatorError `bad-request` that names every problem at once. */
export function checkedBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`);
  throw new CoordinatorError('bad-request', `the request is not sound: ${problems.join('; ')}`);
}

/** @throws CoordinatorError `bad-request`. */
export function checkedSha256(text: string): Sha256Hex {
  if (/^[0-9a-f]{64}$/.test(text)) return sha256Hex(text);
  throw new CoordinatorError('bad-request', 'a model is named by its SHA-256: 64 lower-case hexadecimal digits');
}

/** @throws CoordinatorError `not-found` for what no run can be called. */
export function checkedRunId(text: string): RunId {
  if (/^[A-Za-z0-9-]{1,64}$/.test(text)) return runId(text);
  throw unknownRun(text.slice(0, 64));
}

/**
 * Checks what an upload says of itself before a byte of it is read.
 * @throws CoordinatorError `bad-request` | `too-large`.
 */
export function assertModelUpload({ headers }: IncomingMessage): void {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/octet-stream') {
    throw new CoordinatorError('bad-request', 'a model is sent as application/octet-stream');
  }
  if (Number(headers['content-length'] ?? 0) > MAX_MODEL_BYTES) {
    throw new CoordinatorError('too-large', `a model may have at most ${MAX_MODEL_BYTES} bytes`);
  }
}
