import fc from 'fast-check';
import { runId, sha256Hex } from '@mammofed/core';
import type { OfferAgain, RunAgreed, RunOffer } from './messages.js';

type OfferMessage = RunOffer | RunAgreed | OfferAgain;

const hex = (bytes: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((value) => Buffer.from(value).toString('hex'));

/** Who vouches for a run, of any key. */
export const RUN_SIGNATURE = fc.record({ signer: hex(32), signature: hex(64) });

const id = fc.stringMatching(/^[a-z0-9]{1,40}$/).map(runId);

/** What the messages around an offer hold. */
export const OFFER_CONTENTS: {
  readonly [Kind in OfferMessage['kind']]: fc.Arbitrary<Omit<Extract<OfferMessage, { kind: Kind }>, 'kind'>>;
} = {
  'run-offer': fc.record({
    runId: id,
    configJson: fc.stringMatching(/^[ -~]{1,200}$/),
    configSha256: hex(32).map(sha256Hex),
    signature: fc.option(RUN_SIGNATURE),
  }),
  'run-agreed': fc.record({ runId: id }),
  'offer-again': fc.record({}),
};
