import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MARKED_FAULT, markedRow, markedUids } from './marked-dicom.js';

/** What the server makes of what it is asked. */
export type PacsMood =
  | 'sound'
  /** Status 500, and says why. */
  | 'failing'
  /** Text where JSON or an object should be. */
  | 'chatty'
  /** Another object than the one asked for. */
  | 'confused';

const BOUNDARY = 'marked';
const SYSTEM = 'http://hl7.org/fhir/sid/icd-10';

/**
 * A hospital's server that speaks DICOMweb below /pacs and FHIR below /fhir, and names the patient in everything that it
 * answers, faults included.
 */
export class MarkedPacs {
  mood: PacsMood = 'sound';
  /** All that was answered, for a search to find the marks in. */
  readonly answered: Buffer[] = [];

  private constructor(
    private readonly server: Server,
    private readonly objects: readonly Buffer[],
  ) {}

  /** @param objects - DICOM files; number i has the UIDs of `markedUids(i)`. */
  static async start(objects: readonly Buffer[]): Promise<MarkedPacs> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const pacs = new MarkedPacs(server, objects);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => pacs.#answer(request, response));
    return pacs;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The settings of a site whose PACS and FHIR server it is. */
  get settings(): object {
    const malignant = [{ system: SYSTEM, code: 'C50' }];
    return { dicomweb: { url: `${this.url}/pacs` }, fhir: { url: `${this.url}/fhir`, malignant } };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    // What is stored is read to its end: a client that writes would take an early answer for a connection that broke off.
    request.resume().on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', this.url);
      if (this.mood === 'failing') return this.#end(response, 500, 'text/plain', Buffer.from(MARKED_FAULT));
      if (this.mood === 'chatty') return this.#end(response, 200, 'text/html', Buffer.from(`<p>${MARKED_FAULT}</p>`));
      if (pathname.startsWith('/fhir')) return this.#json(response, 200, this.#bundle(pathname));
      if (request.method === 'POST')
        return this.mood === 'confused'
          ? this.#json(response, 409, { '00081198': { Value: [markedRow(0)] } })
          : this.#json(response, 200, {});
      const [, , , study, , , , object] = pathname.split('/');
      if (object !== undefined) return this.#object(response, object);
      const isLaterPage = Number(searchParams.get('offset') ?? 0) > 0;
      const wanted = this.objects
        .map((_, index) => index)
        .filter((index) => study === undefined || markedUids(index).study === study);
      this.#json(response, 200, isLaterPage ? [] : wanted.map(markedRow));
    });
  }

  #object(response: ServerResponse, uid: string): void {
    const asked = this.objects.findIndex((_, index) => markedUids(index).object === uid);
    const sent = this.objects[this.mood === 'confused' ? asked + 1 : asked] ?? this.objects[0];
    const head = `--${BOUNDARY}\r\nContent-Type: application/dicom\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), sent ?? Buffer.alloc(0), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
    this.#end(response, 200, `multipart/related; type="application/dicom"; boundary=${BOUNDARY}`, body);
  }

  /** One study is of a carcinoma. */
  #bundle(pathname: string): object {
    const study = {
      ...{ resourceType: 'ImagingStudy', id: 'study', status: 'available' },
      subject: { reference: 'Patient/1', display: MARKED_FAULT },
      identifier: [{ system: 'urn:dicom:uid', value: `urn:oid:${markedUids(0).study}` }],
      reasonCode: [{ coding: [{ system: SYSTEM, code: 'C50.4', display: MARKED_FAULT }] }],
    };
    const entry = pathname.endsWith('/ImagingStudy') ? [{ resource: study }] : [];
    return { resourceType: 'Bundle', type: 'searchset', entry, note: MARKED_FAULT };
  }

  #json(response: ServerResponse, status: number, value: unknown): void {
    this.#end(response, status, 'application/json', Buffer.from(JSON.stringify(value)));
  }

  #end(response: ServerResponse, status: number, type: string, body: Buffer): void {
    this.answered.push(body);
    response.writeHead(status, { 'content-type': type }).end(body);
  }
}
