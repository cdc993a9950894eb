import { open, type FileHandle } from 'node:fs/promises';
import {
  chunkCount,
  MAX_CHUNK_BYTES,
  type AttemptRef,
  type Message,
  type Refused,
  type UploadOpen,
} from '@mammofed/wire';
import { sha256Of } from '@mammofed/storage';
import { abortable, pause } from '../abort.js';
import { Backoff } from '../connection/backoff.js';
import { ANSWER_TIMEOUT_MS, isLost, isTransientRefusal, type Asker } from '../connection/link.js';
import { SiteError } from '../errors.js';
import { ChunkWindow } from './chunk-window.js';
import type { TransferProgress } from './model-store.js';
import type { StoredUpdate } from './update-store.js';

export interface Upload {
  readonly ref: AttemptRef;
  readonly update: Pick<StoredUpdate, 'path' | 'sha256' | 'byteLength'>;
  /** What policy lets through of the training. */
  readonly shared: Pick<UploadOpen, 'statistics' | 'engine'>;
}

const OPEN_AGAIN = { firstMs: 500, longestMs: 30_000 } as const;
/** Chunks or payloads in a row that arrive damaged before this site gives up: its own copy must be wrong then. */
const MAX_DAMAGED = 3;

type RefusalMeaning = 'obsolete' | 'open-again' | 'damaged' | 'final';

/** What each refusal of an upload means for this site; a code that is not here is `final`, unless it says nothing about the upload. */
const MEANING_OF_REFUSAL: Readonly<Record<string, RefusalMeaning>> = {
  'late-upload': 'obsolete',
  'dropped-site': 'obsolete',
  'not-in-cohort': 'obsolete',
  'unknown-run': 'obsolete',
  'conflicting-upload': 'obsolete',
  'upload-not-open': 'open-again',
  'wrong-chunk-order': 'open-again',
  'bad-chunk': 'damaged',
  'bad-payload': 'damaged',
};

/**
 * Sends a stored update until the coordinator has it whole: whatever breaks on the way, it goes on after the last chunk
 * that the coordinator has on disk.
 * @throws SiteError `obsolete` if the round is over for this site, `refused-transfer`; the signal's reason.
 */
export async function sendUpdate(
  upload: Upload,
  asker: Asker,
  signal: AbortSignal,
  onProgress: TransferProgress,
): Promise<void> {
  const { ref, update, shared } = upload;
  const { runId, round, attempt } = ref;
  const opening: UploadOpen = {
    kind: 'upload-open',
    runId,
    round,
    attempt,
    sha256: update.sha256,
    byteLength: update.byteLength,
    ...shared,
  };
  const backoff = new Backoff(OPEN_AGAIN);
  let damagedCount = 0;
  const file = await open(update.path, 'r');
  try {
    for (;;) {
      const status = await asker.ask(opening, signal);
      if (status.kind === 'refused') throwUnlessRepeatable(status);
      else if (status.kind !== 'upload-status') throw unexpected(status);
      else if (status.complete) return;
      else {
        const outcome = await sendChunks(file, upload, status.nextChunk, asker, signal, onProgress);
        if (outcome === 'complete') return;
        if (outcome.acknowledged > 0) backoff.reset();
        if (
          outcome.refusal !== null &&
          throwUnlessRepeatable(outcome.refusal) === 'damaged' &&
          ++damagedCount >= MAX_DAMAGED
        ) {
          throw new SiteError(
            'refused-transfer',
            `the coordinator finds the update damaged again and again (${outcome.refusal.message}): check this machine's disk and memory`,
          );
        }
      }
      await pause(backoff.nextDelayMs(), signal);
    }
  } finally {
    await file.close();
  }
}

interface Interrupted {
  /** Chunks that the coordinator took before. */
  readonly acknowledged: number;
  /** Null: the connection broke off. */
  readonly refusal: Refused | null;
}

/** Sends chunks in order over one session, a few ahead of their acknowledgements. */
async function sendChunks(
  file: FileHandle,
  { ref, update }: Upload,
  firstChunk: number,
  asker: Asker,
  signal: AbortSignal,
  onProgress: TransferProgress,
): Promise<'complete' | Interrupted> {
  const { runId, round, attempt } = ref;
  const total = chunkCount(update.byteLength);
  const session = await asker.session(signal);
  const window = new ChunkWindow();
  const underWay: { readonly answer: Promise<Message>; readonly sentAtMs: number }[] = [];
  let sent = firstChunk;
  let acknowledged = 0;
  try {
    while (sent < total || underWay.length > 0) {
      for (; sent < total && underWay.length < window.size; sent++) {
        const data = await readChunk(file, sent, update.byteLength);
        const sentAtMs = performance.now();
        const answer = session.request(
          { kind: 'upload-chunk', runId, round, attempt, index: sent, data, chunkSha256: sha256Of(data) },
          ANSWER_TIMEOUT_MS,
        );
        answer.catch(() => undefined);
        underWay.push({ answer, sentAtMs });
      }
      const [first] = underWay.splice(0, 1) as [(typeof underWay)[number]];
      const answer = await abortable(first.answer, signal);
      window.answered(performance.now() - first.sentAtMs);
      if (answer.kind === 'refused') return { acknowledged, refusal: answer };
      if (answer.kind !== 'upload-status') throw unexpected(answer);
      acknowledged++;
      onProgress(firstChunk + acknowledged, total);
      if (answer.complete) return 'complete';
    }
    // All acknowledged and still not complete: opening it again says what is missing.
    return { acknowledged, refusal: null };
  } catch (error) {
    if (!isLost(error)) throw error;
    return { acknowledged, refusal: null };
  } finally {
    await abortable(Promise.allSettled(underWay.map(({ answer }) => answer)), signal).catch(() => undefined);
  }
}

async function readChunk(file: FileHandle, index: number, byteLength: number): Promise<Uint8Array> {
  const start = index * MAX_CHUNK_BYTES;
  const data = new Uint8Array(Math.min(MAX_CHUNK_BYTES, byteLength - start));
  const { bytesRead } = await file.read(data, 0, data.length, start);
  if (bytesRead !== data.length)
    throw new SiteError('refused-transfer', 'the stored update is cut off: it is trained again at the next task');
  return data;
}

/** @returns what kind of repeatable refusal it is. @throws SiteError `obsolete`, `refused-transfer`. */
function throwUnlessRepeatable({ code, message }: Refused): 'open-again' | 'damaged' {
  const meaning = MEANING_OF_REFUSAL[code] ?? (isTransientRefusal(code) ? 'open-again' : 'final');
  switch (meaning) {
    case 'open-again':
    case 'damaged':
      return meaning;
    case 'obsolete':
      throw new SiteError('obsolete', `the update is not used any more (${code}: ${message})`);
    case 'final':
      throw new SiteError('refused-transfer', `the coordinator does not take the update (${code}: ${message})`);
  }
}

function unexpected(answer: Message): SiteError {
  return new SiteError('unexpected-answer', `the coordinator answered an upload with ${answer.kind}`);
}
