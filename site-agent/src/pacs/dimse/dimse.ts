import { readFile } from 'node:fs/promises';
import type { responses } from 'dcmjs-dimse';
import { readSecretFile } from '@mammofed/storage';
import { authoritiesFrom } from '../../network/authorities.js';
import { SiteError } from '../../errors.js';
import {
  isUid,
  type FoundInstance,
  type FoundSeries,
  type FoundStudy,
  type Pacs,
  type Receiver,
  type StudyKeys,
} from '../found.js';
import { serverFault } from '../server-faults.js';
import type { DimseSettings } from '../settings.js';
import { DimseConnection, type Context, type Peer } from './connection.js';
import { dimseFault, SOME_FAILED, SUCCESS } from './dimse-faults.js';
import { CEchoRequest, CFindRequest, CMoveRequest, Dataset, SOP_CLASSES, TRANSFER_SYNTAXES } from './library.js';
import { StoreReceiver, type ShownCertificate } from './receiver.js';
import { storedFile } from './stored-file.js';

const PLAIN = [TRANSFER_SYNTAXES.explicitLittleEndian, TRANSFER_SYNTAXES.implicitLittleEndian];
const ECHO: Context = { abstractSyntaxUid: SOP_CLASSES.verification, transferSyntaxUids: PLAIN };
const FIND: Context = {
  abstractSyntaxUid: SOP_CLASSES.find,
  transferSyntaxUids: PLAIN,
};
const MOVE: Context = {
  abstractSyntaxUid: SOP_CLASSES.move,
  transferSyntaxUids: PLAIN,
};

/** More rows than this in answer to one question are a query that nobody meant. */
const MAX_ROWS = 200_000;

/** A PACS that speaks DIMSE: C-ECHO, C-FIND, C-MOVE to this site's own receiver, C-STORE (PS3.7). */
export class Dimse implements Pacs {
  private constructor(
    private readonly settings: DimseSettings,
    private readonly peer: Peer,
    private readonly shown: ShownCertificate | null,
  ) {}

  /** @throws SiteError `bad-configuration` for files of TLS that cannot be used; StorageError of the key's file. */
  static async open(settings: DimseSettings): Promise<Dimse> {
    const { host, port, aeTitle, ownAeTitle, tls } = settings;
    const peer = { host, port, aeTitle, ownAeTitle, name: `the PACS ${aeTitle} at ${host}:${port}` };
    if (tls === undefined) return new Dimse(settings, { ...peer, secureContext: null }, null);
    const read = (path: string): Promise<string> => readFile(path, 'utf8');
    const cert = await read(tls.certificateFile).catch((error: unknown) => {
      throw new SiteError(
        'bad-configuration',
        `${tls.certificateFile} cannot be read: correct dimse.tls in pacs.yaml`,
        {},
        error,
      );
    });
    const key = await readSecretFile(tls.keyFile);
    const secureContext = await authoritiesFrom(tls.caFile, read, { cert, key });
    const ca = tls.caFile === undefined ? undefined : await read(tls.caFile);
    return new Dimse(settings, { ...peer, secureContext }, { cert, key, ca });
  }

  get name(): string {
    return this.peer.name;
  }

  echo(signal: AbortSignal): Promise<void> {
    return this.#during([ECHO], signal, (connection) => connection.must('C-ECHO', new CEchoRequest()));
  }

  async studies({ from, to, modality }: StudyKeys, signal: AbortSignal): Promise<readonly FoundStudy[]> {
    const keys = {
      QueryRetrieveLevel: 'STUDY',
      StudyInstanceUID: '',
      StudyDate: from === null && to === null ? '' : `${from ?? ''}-${to ?? ''}`,
      ModalitiesInStudy: modality,
      StudyDescription: '',
      ProcedureCodeSequence: [],
    };
    const rows = await this.#find(keys, signal);
    return rows.map((row) => ({
      studyUid: this.#uid(row, 'StudyInstanceUID'),
      date: textOf(row, 'StudyDate'),
      description: textOf(row, 'StudyDescription'),
      procedureCodes: itemsOf(row, 'ProcedureCodeSequence').flatMap((item) => {
        const value = textOf(item, 'CodeValue');
        return value === null ? [] : [{ scheme: textOf(item, 'CodingSchemeDesignator'), value }];
      }),
    }));
  }

  async series(studyUid: string, signal: AbortSignal): Promise<readonly FoundSeries[]> {
    const keys = {
      QueryRetrieveLevel: 'SERIES',
      StudyInstanceUID: studyUid,
      SeriesInstanceUID: '',
      Modality: '',
      SeriesDescription: '',
      Laterality: '',
    };
    const rows = await this.#find(keys, signal);
    return rows.map((row) => ({
      studyUid,
      seriesUid: this.#uid(row, 'SeriesInstanceUID'),
      modality: textOf(row, 'Modality'),
      description: textOf(row, 'SeriesDescription'),
      laterality: textOf(row, 'Laterality'),
    }));
  }

  async instances(studyUid: string, seriesUid: string, signal: AbortSignal): Promise<readonly FoundInstance[]> {
    const rows = await this.#find(
      {
        QueryRetrieveLevel: 'IMAGE',
        StudyInstanceUID: studyUid,
        SeriesInstanceUID: seriesUid,
        SOPInstanceUID: '',
        ViewPosition: '',
        ImageLaterality: '',
      },
      signal,
    );
    return rows.map((row) => ({
      studyUid,
      seriesUid,
      sopUid: this.#uid(row, 'SOPInstanceUID'),
      view: textOf(row, 'ViewPosition'),
      laterality: textOf(row, 'ImageLaterality'),
    }));
  }

  async fetch(wanted: readonly FoundInstance[], receiver: Receiver, signal: AbortSignal): Promise<void> {
    const { settings, shown } = this;
    const bySop = new Map(wanted.map((instance) => [instance.sopUid, instance] as const));
    const kept = new Set<string>();
    const counting: Receiver = {
      begin: () => receiver.begin(),
      discard: (sink) => receiver.discard(sink),
      keep: async (instance, sink) => {
        await receiver.keep(instance, sink);
        kept.add(instance.sopUid);
      },
    };
    const ownEnd = await StoreReceiver.listen({ settings, shown, wanted: bySop, receiver: counting });
    try {
      await this.#during([MOVE], signal, async (connection) => {
        for (const { studyUid, seriesUid, sopUid } of wanted) {
          const request = CMoveRequest.createImageMoveRequest(settings.ownAeTitle, studyUid, seriesUid, sopUid);
          const status = await connection.ask(request);
          if (ownEnd.failure !== null) throw ownEnd.failure;
          if (status !== SUCCESS && status !== SOME_FAILED) throw dimseFault(this.name, 'C-MOVE', status);
        }
      });
    } finally {
      await ownEnd.close();
    }
    const missingCount = wanted.length - kept.size;
    if (missingCount > 0) {
      const found = `${this.name} sent ${kept.size} of the ${wanted.length} objects that it was asked for`;
      throw new SiteError('incomplete-fetch', `${found}. Call the command again; what is there is not fetched again.`, {
        missingCount,
      });
    }
  }

  async store(files: readonly string[], signal: AbortSignal): Promise<void> {
    for (const file of files) {
      const { meta, request } = await storedFile(file);
      const { sopClassUid, transferSyntaxUid } = meta;
      const context = { abstractSyntaxUid: sopClassUid, transferSyntaxUids: [transferSyntaxUid] };
      await this.#during([context], signal, async (connection) => {
        // Otherwise the library would write the object in another one.
        if (!connection.accepts(sopClassUid, transferSyntaxUid)) {
          throw new SiteError(
            'pacs-refused',
            `${this.name} does not take objects in transfer syntax ${transferSyntaxUid}.`,
          );
        }
        await connection.must('C-STORE', request);
      });
    }
  }

  async #find(keys: Record<string, unknown>, signal: AbortSignal): Promise<readonly Row[]> {
    const rows: Row[] = [];
    const request = new CFindRequest();
    request.setDataset(new Dataset(keys));
    await this.#during([FIND], signal, (connection) =>
      connection.must('C-FIND', request, (response: responses.Response) => {
        const row = response.getDataset()?.getElements();
        if (row !== undefined) rows.push(row);
        if (rows.length > MAX_ROWS)
          throw serverFault('bad-server-answer', this.name, `finds more than ${MAX_ROWS} objects`);
      }),
    );
    return rows;
  }

  async #during<Result>(
    contexts: readonly Context[],
    signal: AbortSignal,
    work: (connection: DimseConnection) => Promise<Result>,
  ): Promise<Result> {
    const connection = await DimseConnection.open(this.peer, contexts, signal);
    try {
      const result = await work(connection);
      await connection.release();
      return result;
    } finally {
      connection.close();
    }
  }

  #uid(row: Row, keyword: string): string {
    const uid = textOf(row, keyword);
    if (isUid(uid)) return uid;
    throw serverFault('bad-server-answer', this.name, 'answers to C-FIND without a sound UID');
  }
}

/** A data set as the library gives it, elements by keyword. */
type Row = Record<string, unknown>;

function textOf(row: Row, keyword: string): string | null {
  const value = row[keyword];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return null;
  const text = first.replace(/\0/g, '').trim();
  return text === '' ? null : text;
}

function itemsOf(row: Row, keyword: string): Row[] {
  const items = row[keyword];
  return Array.isArray(items) ? items.filter((item): item is Row => typeof item === 'object' && item !== null) : [];
}
