import { createServer, type AddressInfo, type Socket } from 'node:net';
import dimse, { type association, type requests, type responses } from 'dcmjs-dimse';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Dimse } from './dimse.js';
import { dimseFault } from './dimse-faults.js';

const { Scp } = dimse;
const { CMoveResponse } = dimse.responses;
const MOVE_DESTINATION_UNKNOWN = 0xa801;
const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

/** A PACS that says with this status that it did what it was asked, and sends nothing. */
class IdlePacs extends Scp {
  static status = 0;

  override associationRequested(asked: association.Association): void {
    for (const { context } of asked.getPresentationContexts()) {
      context.setResult(0, context.getTransferSyntaxUids()[0]);
    }
    this.sendAssociationAccept();
  }

  override cMoveRequest(request: requests.CMoveRequest, answer: (all: responses.CMoveResponse[]) => void): void {
    const response = CMoveResponse.fromRequest(request);
    response.setStatus(IdlePacs.status);
    answer([response]);
  }

  override associationReleaseRequested(): void {
    this.sendAssociationReleaseResponse();
  }
}

async function fetchFrom(status: number): Promise<void> {
  IdlePacs.status = status;
  const server = createServer((socket: Socket) => void new IdlePacs(socket, {}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closings.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  const receiver = { host: '127.0.0.1', port: await freePort() };
  const pacs = await Dimse.open({ host: '127.0.0.1', port, aeTitle: 'PACS', ownAeTitle: 'MAMMOFED', receiver });
  const wanted = { studyUid: '1', seriesUid: '1.2', sopUid: '1.2.3', view: null, laterality: null };
  const unused = (): never => {
    throw new Error('nothing arrives');
  };
  const { signal } = new AbortController();
  await pacs.fetch([wanted], { begin: unused, discard: unused, keep: unused }, signal);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a PACS that does not send what was asked for', () => {
  it('is found out though it says that all went well', async () => {
    await expect(fetchFrom(0)).rejects.toMatchObject({ code: 'incomplete-fetch', context: { missingCount: 1 } });
  }, 30_000);

  it('is told apart by its status', async () => {
    await expect(fetchFrom(MOVE_DESTINATION_UNKNOWN)).rejects.toMatchObject({ code: 'unknown-move-destination' });
    expect(dimseFault('PACS', 'C-MOVE', 0xc000)).toMatchObject({ code: 'pacs-refused' });
  }, 30_000);
});
