import type { SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { Secret } from '../secret.js';
import { sha256 } from '../sha256.js';
import { equalBytes, sodium } from '../sodium.js';
import { without } from './cohort.js';
import { MaskStream, pairKey, pairSign, selfMaskKey, type SignedMask } from './masks.js';
import type { Advertisement, DealtShares, UnmaskShares } from './messages.js';
import { recoverSecret, type HeldShare } from './recover-secret.js';
import type { AttemptTerms } from './terms.js';

const SECRET_BYTES = 32;

export interface RecoveredMasks {
  /** Takes the masks off: added to a vector of zeros, it is one more vector of the sum. */
  readonly unmasking: MaskStream;
  /** Sites whose shares were wrong, by whose secret. */
  readonly liars: readonly { readonly site: SiteId; readonly owner: SiteId }[];
}

export interface UnmaskingMaterial {
  readonly terms: AttemptTerms;
  readonly parameterCount: number;
  readonly advertised: ReadonlyMap<SiteId, Advertisement>;
  readonly dealt: ReadonlyMap<SiteId, DealtShares>;
  /** U2. */
  readonly sharers: readonly SiteId[];
  /** U3. */
  readonly uploaders: readonly SiteId[];
  readonly answers: readonly UnmaskShares[];
}

/**
 * Recovers the self-mask seeds of U3 and the masking keys of U2 ∖ U3, and from them every mask that is left in the sum:
 * Σ_{u∈U3} PRG(b_u) and, for each v that dropped out, Σ_{u∈U3} Δ_uv · PRG(s_uv).
 * @throws PrivacyError `unrecoverable-secret`, with the owner.
 * @see Bonawitz et al., CCS 2017, figure 4, round 4.
 */
export async function recoverMasks(material: UnmaskingMaterial): Promise<RecoveredMasks> {
  const { terms, parameterCount, sharers, uploaders } = material;
  const masks: SignedMask[] = [];
  const liars: { readonly site: SiteId; readonly owner: SiteId }[] = [];
  const recover = async (owner: SiteId, kind: ShareKind): Promise<Secret> => {
    const recovered = await recoverSecret(sharesOf(material, owner, kind), terms.threshold, (secret) =>
      isSecretOf(material, owner, kind, secret),
    );
    if (recovered === null) {
      const message = `the shares of site ${owner} do not give what it committed to: the attempt is abandoned`;
      throw new PrivacyError('unrecoverable-secret', message, { owner });
    }
    liars.push(...recovered.liars.map((site) => ({ site, owner })));
    return recovered.secret;
  };
  for (const site of uploaders) {
    const seed = await recover(site, 'selfMasks');
    masks.push({ key: selfMaskKey(terms, site, seed.reveal()), sign: -1 });
    seed.wipe();
  }
  for (const dropped of without(sharers, uploaders)) {
    const secretKey = await recover(dropped, 'keys');
    for (const site of uploaders) {
      const { maskingKey } = material.advertised.get(site) as Advertisement;
      const key = pairKey('pair mask', terms, [site, dropped], secretKey, maskingKey);
      masks.push({ key, sign: pairSign(dropped, site) });
    }
    secretKey.wipe();
  }
  const unmasking = new MaskStream({ parameterCount, ringBits: terms.ringBits }, masks);
  for (const { key } of masks) key.wipe();
  return { unmasking, liars };
}

type ShareKind = 'selfMasks' | 'keys';

function sharesOf({ answers }: UnmaskingMaterial, owner: SiteId, kind: ShareKind): HeldShare[] {
  return answers.flatMap((answer) =>
    answer[kind].filter((share) => share.owner === owner).map(({ share }) => ({ holder: answer.site, share })),
  );
}

function isSecretOf(
  { advertised, dealt }: UnmaskingMaterial,
  owner: SiteId,
  kind: ShareKind,
  secret: Uint8Array,
): boolean {
  // Shares of a wrong length give a secret of a wrong length.
  if (secret.length !== SECRET_BYTES) return false;
  if (kind === 'selfMasks') return equalBytes(sha256(secret), (dealt.get(owner) as DealtShares).seedCommitment);
  return equalBytes(sodium.crypto_scalarmult_base(secret), (advertised.get(owner) as Advertisement).maskingKey);
}
