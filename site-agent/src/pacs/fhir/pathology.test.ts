import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../../fixtures.test-support.js';
import { HospitalServer } from '../hospital-server.js';
import { pathologyOfStudies } from './pathology.js';

const ICD = 'http://hl7.org/fhir/sid/icd-10';
const SNOMED = 'http://snomed.info/sct';
const TOKEN = 'a-token-of-this-test';
const CODES = {
  malignant: [
    { system: ICD, code: 'C50' },
    { system: SNOMED, code: '254837009' },
  ],
  benign: [{ system: ICD, code: 'D24' }],
};

const folder = temporaryFolders();
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

type Resource = Record<string, unknown>;
const concept = (system: string, code: string): object => ({ coding: [{ system, code }] });
const condition = (id: string, system: string, code: string, status = 'confirmed'): Resource => ({
  resourceType: 'Condition',
  id,
  verificationStatus: concept('http://terminology.hl7.org/CodeSystem/condition-ver-status', status),
  code: concept(system, code),
  subject: { reference: `Patient/${id}` },
});
const study = (id: string, uid: string, patient: string, more: object = {}): Resource => ({
  resourceType: 'ImagingStudy',
  id,
  status: 'available',
  identifier: [
    { system: 'http://hospital.example.org/accession', value: '4711' },
    { system: 'urn:dicom:uid', value: `urn:oid:${uid}` },
  ],
  subject: { reference: `Patient/${patient}` },
  ...more,
});
const report = (studyId: string, code: string, status = 'final'): Resource => ({
  resourceType: 'DiagnosticReport',
  status,
  conclusionCode: [concept(ICD, code)],
  imagingStudy: [{ reference: `https://fhir.example.org/ImagingStudy/${studyId}/_history/2` }],
});

/** As the examples of R4 are written: a server that pages by one and searches by what this site asks for. */
const RESOURCES: readonly Resource[] = [
  condition('p1', ICD, 'C50.4'),
  condition('p2', ICD, 'D24.1'),
  condition('p10', SNOMED, '254837009'),
  condition('p11', SNOMED, '2548370090'),
  condition('p3', ICD, 'C50.4', 'refuted'),
  condition('p4', ICD, 'C34.1'),
  study('s1', '1.1', 'p1'),
  study('s2', '1.2', 'p2'),
  study('s3', '1.3', 'p3'),
  study('s4', '1.4', 'p4'),
  study('s5', '1.5', 'p5'),
  study('s6', '1.6', 'p6', { reasonCode: [concept(ICD, 'C50.911')] }),
  study('s7', '1.7', 'p1', { status: 'entered-in-error' }),
  study('s8', '1.8', 'p2'),
  study('s9', '1.9', 'p9'),
  study('s10', '1.10', 'p10'),
  study('s11', '1.11', 'p11'),
  report('s5', 'C50.1'),
  report('s8', 'C50.1'),
  report('s9', 'C50.1', 'cancelled'),
];

interface Behaviour {
  /** Null: it does not know `below`. */
  readonly knowsBelow: boolean;
  readonly nextPage?: (next: string) => string;
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function matches(resource: Resource, keys: URLSearchParams): boolean {
  const ids = (name: string): string[] | undefined => keys.get(name)?.split(',');
  const patient = (resource['subject'] as { reference?: string } | undefined)?.reference?.replace('Patient/', '');
  const text = JSON.stringify(resource);
  return [...keys.keys()].every((key) => {
    if (key === '_id') return ids(key)?.includes(resource['id'] as string);
    if (key === 'patient') return ids(key)?.includes(patient ?? '');
    const [system = '', code = ''] = keys.get(key)?.split('|') ?? [];
    return key.startsWith('_') || (text.includes(system) && text.includes(`"code":"${code}`));
  });
}

function fhir({ knowsBelow, nextPage = (next) => next }: Behaviour): Promise<string> {
  return listen((request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const say = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(body));
    };
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return say(401, {});
    if (!knowsBelow && url.search.includes('%3Abelow')) return say(400, { resourceType: 'OperationOutcome' });
    const page = Number(url.searchParams.get('_page') ?? 0);
    url.searchParams.delete('_page');
    const found = RESOURCES.filter(
      (each) => `/r4/${String(each['resourceType'])}` === url.pathname && matches(each, url.searchParams),
    );
    url.searchParams.set('_page', String(page + 1));
    const link =
      page + 1 < found.length ? [{ relation: 'next', url: nextPage(`.${url.pathname.slice(3)}${url.search}`) }] : [];
    say(200, {
      resourceType: 'Bundle',
      type: 'searchset',
      link,
      entry: found.slice(page, page + 1).map((resource) => ({ resource })),
    });
  });
}

async function open(url: string, token = TOKEN): Promise<HospitalServer> {
  const tokenFile = join(await folder(), 'token');
  await writeFile(tokenFile, `${token}\n`, { mode: 0o600 });
  return HospitalServer.open('FHIR server', { url: `${url}/r4`, credentials: { tokenFile } });
}

const signal = new AbortController().signal;

describe('pathology from a FHIR server', () => {
  it.each([true, false])(
    'joins studies by report, reason and condition (server that knows :below: %s)',
    async (knowsBelow) => {
      const server = await open(await fhir({ knowsBelow }));
      const found = await pathologyOfStudies(server, CODES, signal);
      server.close();
      expect(Object.fromEntries(found)).toEqual({
        '1.1': 'malignant',
        '1.2': 'benign',
        '1.10': 'malignant',
        '1.5': 'malignant',
        '1.6': 'malignant',
        // Its patient's condition is benign, its own report says malignant.
        '1.8': 'malignant',
      });
    },
  );

  it('sends its token to no other server, whatever a page says', async () => {
    const seen: string[] = [];
    const elsewhere = await listen((request, response) => {
      seen.push(request.url ?? '');
      response.end();
    });
    const server = await open(await fhir({ knowsBelow: true, nextPage: () => `${elsewhere}/r4/Condition` }));
    await expect(pathologyOfStudies(server, CODES, signal)).rejects.toMatchObject({ code: 'bad-server-answer' });
    server.close();
    expect(seen).toEqual([]);
  });

  it('ends where pages lead in a circle', async () => {
    const server = await open(await fhir({ knowsBelow: true, nextPage: () => '?' }));
    await expect(pathologyOfStudies(server, CODES, signal)).rejects.toMatchObject({ code: 'bad-server-answer' });
    server.close();
  });

  it('says that the token is not taken', async () => {
    const server = await open(await fhir({ knowsBelow: true }), 'another');
    const refused = pathologyOfStudies(server, CODES, signal);
    await expect(refused).rejects.toMatchObject({ code: 'server-refuses-credentials' });
    await expect(refused).rejects.toThrow(expect.not.stringContaining('another'));
    server.close();
  });

  it('refuses what is not a Bundle, and what is not JSON', async () => {
    for (const body of ['{}', '<html>', '{"resourceType":"Patient"}']) {
      const server = await open(await listen((_, response) => void response.end(body)));
      await expect(pathologyOfStudies(server, CODES, signal)).rejects.toMatchObject({ code: 'bad-server-answer' });
      server.close();
    }
  });
});
