import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FoundInstance, FoundSeries, FoundStudy, Pacs, Receiver, StudyKeys } from '../found.js';
import { HospitalServer } from '../hospital-server.js';
import { serverFault } from '../server-faults.js';
import {
  datasetsSchema,
  instanceOf,
  itemsOf,
  procedureCodesOf,
  seriesOf,
  studyOf,
  TAGS,
  type DicomJson,
} from './dicom-json.js';
import { boundaryOf, multipartParts } from './multipart.js';

const JSON_TYPE = 'application/dicom+json';

/**
 * Whole objects in the transfer syntax that they are stored in: asked for another one, a server has to transcode, and
 * some answer 500 instead (PS3.18, section 8.7.3).
 */
const STORED_OBJECTS = 'multipart/related; type="application/dicom"; transfer-syntax=*';

const PAGE_SIZE = 200;
/** More rows than this in one answer to one question are a query that nobody meant. */
const MAX_ROWS = 200_000;
/** How many objects are on their way at the same time. */
const PARALLEL_FETCHES = 3;

/** A PACS that speaks DICOMweb: QIDO-RS, WADO-RS and STOW-RS (PS3.18, chapter 10). */
export class Dicomweb implements Pacs {
  constructor(private readonly server: HospitalServer) {}

  get name(): string {
    return this.server.name;
  }

  async echo(signal: AbortSignal): Promise<void> {
    await this.#page('/studies', new URLSearchParams({ limit: '1' }), signal);
  }

  async studies(
    { from, to, modality, wantsProcedure }: StudyKeys,
    signal: AbortSignal,
  ): Promise<readonly FoundStudy[]> {
    const keys = new URLSearchParams({ ModalitiesInStudy: modality });
    if (from !== null || to !== null) keys.set('StudyDate', `${from ?? ''}-${to ?? ''}`);
    for (const tag of [TAGS.studyDate, TAGS.studyDescription, TAGS.procedureCodes]) keys.append('includefield', tag);
    const found = await this.#rows('/studies', keys, studyOf, ({ studyUid }) => studyUid, signal);
    if (!wantsProcedure) return found;
    const studies: FoundStudy[] = [];
    for (const study of found) {
      const isTold = study.procedureCodes.length > 0;
      const procedureCodes = isTold ? study.procedureCodes : await this.#procedureCodes(study.studyUid, signal);
      studies.push({ ...study, procedureCodes });
    }
    return studies;
  }

  async series(studyUid: string, signal: AbortSignal): Promise<readonly FoundSeries[]> {
    const keys = new URLSearchParams([
      ['includefield', TAGS.modality],
      ['includefield', TAGS.seriesDescription],
      ['includefield', TAGS.laterality],
    ]);
    const at = `/studies/${studyUid}/series`;
    return this.#rows(
      at,
      keys,
      (row) => seriesOf(row, studyUid),
      ({ seriesUid }) => seriesUid,
      signal,
    );
  }

  async instances(studyUid: string, seriesUid: string, signal: AbortSignal): Promise<readonly FoundInstance[]> {
    const keys = new URLSearchParams();
    for (const tag of [TAGS.imageLaterality, TAGS.view]) keys.append('includefield', tag);
    const at = `/studies/${studyUid}/series/${seriesUid}/instances`;
    return this.#rows(
      at,
      keys,
      (row) => instanceOf(row, studyUid, seriesUid),
      ({ sopUid }) => sopUid,
      signal,
    );
  }

  async fetch(wanted: readonly FoundInstance[], receiver: Receiver, signal: AbortSignal): Promise<void> {
    const queue = wanted[Symbol.iterator]();
    const failing = new AbortController();
    const either = AbortSignal.any([signal, failing.signal]);
    const work = async (): Promise<void> => {
      for (const instance of queue) {
        either.throwIfAborted();
        await this.#fetchOne(instance, receiver, either).catch((error: unknown) => {
          failing.abort(error);
          throw error;
        });
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: PARALLEL_FETCHES }, work));
    signal.throwIfAborted();
    if (failing.signal.aborted) throw failing.signal.reason;
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  }

  async store(files: readonly string[], signal: AbortSignal): Promise<void> {
    for (const file of files) {
      // RFC 2046 wants a boundary that is not in the content: one in 2^122 by chance.
      const boundary = randomUUID();
      const contentType = `multipart/related; type="application/dicom"; boundary=${boundary}`;
      const body = { contentType, chunks: multipartOf(file, boundary) };
      // 409: some or all of the objects were not stored, and the answer says why.
      const question = { at: '/studies', accept: JSON_TYPE, signal, body, statuses: [409] };
      const { status, value } = await this.server.json(question);
      const answer = datasetsSchema.safeParse(Array.isArray(value) ? value : [value ?? {}]);
      const failedCount = answer.success ? answer.data.flatMap((each) => itemsOf(each, TAGS.failedSops)).length : 1;
      if (status === 409 || failedCount > 0) {
        throw serverFault('server-refused', this.name, `did not store an object that it was given (HTTP ${status})`);
      }
    }
  }

  /** As one of a study's instances has them: Orthanc 1.10 does not put sequences into rows, whatever `includefield` says. */
  async #procedureCodes(studyUid: string, signal: AbortSignal): Promise<FoundStudy['procedureCodes']> {
    const rows = await this.#page(`/studies/${studyUid}/instances`, new URLSearchParams({ limit: '1' }), signal);
    const one = rows[0] === undefined ? null : instanceOf(rows[0], studyUid, null);
    if (one === null) return [];
    const at = `/studies/${studyUid}/series/${one.seriesUid}/instances/${one.sopUid}/metadata`;
    const [metadata = {}] = await this.#page(at, new URLSearchParams(), signal);
    return procedureCodesOf(metadata);
  }

  async #fetchOne(instance: FoundInstance, receiver: Receiver, signal: AbortSignal): Promise<void> {
    const { studyUid, seriesUid, sopUid } = instance;
    const at = `/studies/${studyUid}/series/${seriesUid}/instances/${sopUid}`;
    const answer = await this.server.ask({ at, accept: STORED_OBJECTS, signal });
    const boundary = boundaryOf(answer.headers['content-type']);
    if (boundary === null) {
      answer.destroy();
      throw serverFault('bad-server-answer', this.name, 'answers to WADO-RS with something that is not multipart');
    }
    let count = 0;
    for await (const { body } of multipartParts(this.server.body(answer), boundary)) {
      const sink = receiver.begin();
      try {
        for await (const piece of body) sink.write(piece);
        count += 1;
        if (count > 1) throw serverFault('bad-server-answer', this.name, 'sends more objects than the one asked for');
        await receiver.keep(instance, sink);
      } catch (error) {
        receiver.discard(sink);
        signal.throwIfAborted();
        throw error;
      }
    }
    if (count === 0) throw serverFault('bad-server-answer', this.name, 'sends no object where it was asked for one');
    // What comes after the closing delimiter; read, so that the connection serves again.
    answer.resume();
  }

  /** Every row of a query, page by page. A server that knows no pages sends the same rows again, which ends it too. */
  async #rows<Row>(
    at: string,
    keys: URLSearchParams,
    read: (row: DicomJson) => Row | null,
    idOf: (row: Row) => string,
    signal: AbortSignal,
  ): Promise<readonly Row[]> {
    const found = new Map<string, Row>();
    for (let offset = 0; ;) {
      const page = new URLSearchParams([...keys, ['limit', String(PAGE_SIZE)], ['offset', String(offset)]]);
      const rows = await this.#page(at, page, signal);
      const countBefore = found.size;
      for (const row of rows) {
        const known = read(row);
        if (known === null) throw serverFault('bad-server-answer', this.name, 'answers to QIDO-RS without a sound UID');
        found.set(idOf(known), known);
      }
      if (found.size > MAX_ROWS)
        throw serverFault('bad-server-answer', this.name, `finds more than ${MAX_ROWS} objects`);
      if (found.size === countBefore) return [...found.values()];
      offset += rows.length;
    }
  }

  async #page(at: string, keys: URLSearchParams, signal: AbortSignal): Promise<readonly DicomJson[]> {
    const { value } = await this.server.json({
      at: keys.size === 0 ? at : `${at}?${keys.toString()}`,
      accept: JSON_TYPE,
      signal,
    });
    const rows = datasetsSchema.safeParse(value ?? []);
    if (rows.success) return rows.data;
    throw serverFault('bad-server-answer', this.name, 'answers to QIDO-RS with something that is not DICOM JSON');
  }
}

async function* multipartOf(file: string, boundary: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`, 'latin1');
  for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) yield piece as Buffer;
  yield Buffer.from(`\r\n--${boundary}--\r\n`, 'latin1');
}
