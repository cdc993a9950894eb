import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  isSignedRequest,
  joinSecretHash,
  signEnrolmentRequest,
  type EnrolmentRequestFields,
} from './enrolment-request.js';
import { generateIdentity, type Identity } from './identity.js';
import { sodiumReady } from './sodium.js';

describe('a request to be a site', () => {
  let site: Identity;
  let request: EnrolmentRequestFields;
  beforeAll(async () => {
    await sodiumReady();
    site = generateIdentity();
    request = {
      rootKey: generateIdentity().publicKey,
      coordinatorKey: generateIdentity().publicKey,
      joinSecretSha256: joinSecretHash(new Uint8Array(16)),
    };
  });

  it('holds for the key, the consortium and the code that it was signed for, and no other', () => {
    const signature = signEnrolmentRequest(request, site);
    const other = generateIdentity().publicKey;
    expect(isSignedRequest(request, site.publicKey, signature)).toBe(true);
    expect(isSignedRequest(request, other, signature)).toBe(false);
    expect(isSignedRequest({ ...request, rootKey: other }, site.publicKey, signature)).toBe(false);
    expect(isSignedRequest({ ...request, coordinatorKey: other }, site.publicKey, signature)).toBe(false);
    const otherCode = { ...request, joinSecretSha256: joinSecretHash(new Uint8Array(16).fill(1)) };
    expect(isSignedRequest(otherCode, site.publicKey, signature)).toBe(false);
    expect(isSignedRequest(request, site.publicKey, signature.slice(1))).toBe(false);
  });
});
