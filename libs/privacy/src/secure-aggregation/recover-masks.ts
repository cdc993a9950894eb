import type { SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { Secret } from '../secret.js';
import { sha256 } from '../sha256.js';
import { equalBytes, sodium } from '../sodium.js';
import { pairKey, selfMaskKey } from './attempt-keys.js';
import { mostColluding, without } from './cohort.js';
import { MaskStream, pairSign, type SignedMask } from './masks.js';
import type { Advertisement, DealtShares, UnmaskShares } from './messages.js';
import { recoverSecret, type HeldShare } from './recover-secret.js';
import type { AttemptTerms } from './terms.js';

const SECRET_BYTES = 32;

export interface RecoveredMasks {
  /** Takes the masks off: added to a vector of zeros, it is one more vector of the sum. */
  readonly unmasking: MaskStream;
  /**
   * Shares that stood in the way and are off the polynomial, as sure as fewer than a third of the sites collude; where they
   * might be off another one, none is named. A holder is found out once, not for every secret. It is no proof against the
   * holder: the owner may have dealt it a wrong share, which nobody but the holder can tell.
   */
  readonly wrongShares: readonly WrongShare[];
}

export interface WrongShare {
  /** Who sent it. */
  readonly holder: SiteId;
  /** Whose secret it is a share of: who dealt it. */
  readonly owner: SiteId;
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
  const wrongShares: WrongShare[] = [];
  // Who held wrong shares of one secret is asked last for the next.
  let holders = material.answers.map(({ site }) => site);
  const recover = async (owner: SiteId, kind: ShareKind): Promise<Secret> => {
    const recovered = await recoverSecret(sharesOf(material, holders, owner, kind), {
      threshold: terms.threshold,
      mostWrong: mostColluding(material.advertised.size),
      matches: (secret) => isSecretOf(material, owner, kind, secret),
    });
    if (recovered === null) {
      const message = `the shares of site ${owner}'s secret do not give what it committed to: the attempt is abandoned`;
      throw new PrivacyError('unrecoverable-secret', message, { owner });
    }
    holders = [...recovered.order];
    wrongShares.push(...recovered.wrong.map((holder) => ({ holder, owner })));
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
  return { unmasking, wrongShares };
}

type ShareKind = 'selfMasks' | 'keys';

/** The shares of one secret, in the order of `holders`. */
function sharesOf(
  { answers }: UnmaskingMaterial,
  holders: readonly SiteId[],
  owner: SiteId,
  kind: ShareKind,
): HeldShare[] {
  const byHolder = new Map(answers.map((answer) => [answer.site, answer[kind]]));
  return holders.flatMap((holder) =>
    (byHolder.get(holder) ?? []).filter((share) => share.owner === owner).map(({ share }) => ({ holder, share })),
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
