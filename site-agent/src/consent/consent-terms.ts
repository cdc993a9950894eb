import { canonicalJson, OWN_MODEL, type PatientPrivacy, type RunConfig, type Sha256Hex } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import { z } from 'zod';

const privacySchema = z.strictObject({
  clipNorm: z.number(),
  noiseMultiplier: z.number(),
  lotSize: z.number(),
  delta: z.number(),
});

export const termsSchema = z.strictObject({
  study: z.string(),
  mode: z.string(),
  /** The network; `topologySha256` of a study's own one, null of one of this program's. */
  model: z.strictObject({
    name: z.string(),
    width: z.number(),
    size: z.number(),
    topologySha256: z.string().nullable(),
  }),
  rounds: z.number(),
  /** Local passes over the images in a round. */
  epochs: z.number(),
  /** What is cut out of an image, and its greys; left out by approvals of older versions, which cover no run. */
  preprocessing: z
    .strictObject({
      mode: z.string(),
      marginFraction: z.number(),
      window: z.strictObject({ kind: z.string(), level: z.number().optional(), width: z.number().optional() }),
    })
    .optional(),
  /** By what training images are drawn, and how strongly; left out by runs that draw every image alike. */
  balance: z.strictObject({ kind: z.string(), strength: z.number() }).optional(),
  /** Fewest sites that a round commits with. */
  minSites: z.number(),
  privacy: privacySchema.nullable(),
  /** Privacy of the site as a whole. */
  sitePrivacy: z.strictObject({ clipNorm: z.number(), noiseMultiplier: z.number(), delta: z.number() }).nullable(),
  /** What the study asks of the images, canonical JSON; left out by studies that ask nothing, as before there were any. */
  dataContract: z.string().optional(),
  /** Key of the model signer who vouches for the study; null: the roster lists none. */
  signer: z.string().nullable(),
});

/** What of a study's configuration its approval is about. */
export type ConsentTerms = Readonly<z.infer<typeof termsSchema>>;

/** @param signer - the key of the model signer, if the roster lists any. */
export function termsOf(
  { study, mode, model, preprocessing, rounds, training, quorum, privacy, sitePrivacy, dataContract }: RunConfig,
  signer: string | null,
): ConsentTerms {
  const { name, width, size } = model;
  return {
    study,
    mode,
    model: {
      name,
      width,
      size,
      topologySha256: model.name === OWN_MODEL ? sha256Of(canonicalJson(model.topology)) : null,
    },
    rounds,
    epochs: training.epochs,
    preprocessing: {
      mode: preprocessing.mode,
      marginFraction: preprocessing.marginFraction,
      window: { ...preprocessing.window },
    },
    ...(training.balance && { balance: { kind: training.balance.kind, strength: training.balance.strength ?? 1 } }),
    minSites: quorum.minSites,
    privacy: privacy ?? null,
    sitePrivacy: sitePrivacy ?? null,
    ...(dataContract === undefined ? {} : { dataContract: canonicalJson(dataContract) }),
    signer,
  };
}

/** What an approval names. */
export function termsHash(terms: ConsentTerms): Sha256Hex {
  return sha256Of(canonicalJson(terms));
}

/**
 * Whether who approved one thing has approved another: the same study, mode, network, preprocessing and signer, no more of the
 * rest, no other balance or a stronger one, and no weaker privacy.
 * @returns what goes beyond the approval, in words; empty if nothing does.
 */
export function beyondApproval(asked: ConsentTerms, approved: ConsentTerms): string[] {
  const beyond: string[] = [];
  if (asked.study !== approved.study) beyond.push(`study ${asked.study}`);
  if (asked.mode !== approved.mode) beyond.push(`mode ${asked.mode}, not ${approved.mode}`);
  if (canonicalJson(asked.model) !== canonicalJson(approved.model)) beyond.push('another network');
  beyond.push(...beyondPreprocessing(asked.preprocessing, approved.preprocessing));
  if (asked.rounds > approved.rounds) beyond.push(`${asked.rounds} rounds, not ${approved.rounds}`);
  if (asked.epochs > approved.epochs) beyond.push(`${asked.epochs} epochs, not ${approved.epochs}`);
  beyond.push(...beyondBalance(asked.balance, approved.balance));
  if (asked.minSites < approved.minSites) beyond.push(`rounds of ${asked.minSites} sites, not ${approved.minSites}`);
  if (isWeaker(asked.privacy, approved.privacy)) beyond.push('weaker privacy for patients');
  if (isWeakerForSites(asked.sitePrivacy, approved.sitePrivacy)) beyond.push('weaker privacy for the site');
  // Whether data fit is told: contract after contract would tell what is in them.
  if (asked.dataContract !== approved.dataContract) beyond.push('another data contract');
  if (asked.signer !== approved.signer) beyond.push('another signer');
  return beyond;
}

/**
 * Which lesions touch the image's edge follows from the margin: margin after margin would move one image at a time from the
 * central ones to those at the edge, whose figures leave.
 */
function beyondPreprocessing(asked: ConsentTerms['preprocessing'], approved: ConsentTerms['preprocessing']): string[] {
  if (approved === undefined)
    return ['a margin and a grey window, which the approval of an older version does not name'];
  return canonicalJson(asked ?? null) === canonicalJson(approved) ? [] : ['another margin or grey window'];
}

/** A class of one image can have a large share of every epoch, so that the model tells more of one patient than without balance. */
function beyondBalance(asked: ConsentTerms['balance'], approved: ConsentTerms['balance']): string[] {
  if (asked === undefined) return [];
  if (asked.kind !== approved?.kind)
    return [`images balanced by ${asked.kind}, not ${approved?.kind ?? 'drawn alike'}`];
  return asked.strength > approved.strength ? [`balance of strength ${asked.strength}, not ${approved.strength}`] : [];
}

/** More noise, smaller lots and a smaller δ tell less of a patient; what the gradients are clipped to changes nothing of it. */
function isWeaker(asked: PatientPrivacy | null, approved: PatientPrivacy | null): boolean {
  if (approved === null) return false;
  if (asked === null) return true;
  return (
    asked.noiseMultiplier < approved.noiseMultiplier || asked.lotSize > approved.lotSize || asked.delta > approved.delta
  );
}

function isWeakerForSites(asked: ConsentTerms['sitePrivacy'], approved: ConsentTerms['sitePrivacy']): boolean {
  if (approved === null) return false;
  return asked === null || asked.noiseMultiplier < approved.noiseMultiplier || asked.delta > approved.delta;
}
