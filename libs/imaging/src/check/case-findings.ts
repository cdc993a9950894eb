import type { DataContract, DataFindingCode } from '@mammofed/core';
import type { CaseFacts, DataCase } from '../layouts/layout.js';
import type { DataFinding } from './findings.js';
import { expectedChestWall, type CaseMeasures } from './measure-case.js';

/** More of a mask outside the breast than an outline at the skin ever has: on 552 real images the most was 0.15. */
const MOST_IN_AIR = 0.25;
const LEAST_SHADES = 32;

/**
 * What the contract, and common sense, say to one image.
 * @returns the findings, those about the breast first; empty for an image that is in order.
 */
export function caseFindings(one: DataCase, measures: CaseMeasures, contract: DataContract): DataFinding[] {
  const findings: DataFinding[] = [];
  const find = (code: DataFindingCode, what: string): void => {
    findings.push({ code, file: one.file, message: `${one.file}: ${what}` });
  };
  const isMammogram = isKnownMammogram(one.facts);
  if (isMammogram) breastFindings(one.facts, measures, contract, find);
  factFindings(one.facts, contract, find);
  const { spacingMm } = contract;
  if (spacingMm !== null) {
    const { rowSpacingMm } = measures;
    if (rowSpacingMm === null) find('unknown-fact', 'the distance of its pixels is not known');
    else if (!isWithin(rowSpacingMm, spacingMm))
      find('spacing-out-of-range', `its pixels are ${rowSpacingMm} mm apart`);
  }
  if (!contract.allowsWeakMasks && (one.maskKind === 'box' || one.maskKind === 'circle'))
    find('weak-mask', `the finding is marked by a ${one.maskKind}`);
  if (isMammogram && measures.background === null) find('no-breast', 'no breast with air around it was found');
  if (measures.shadeCount < LEAST_SHADES) find('few-shades', `it has ${measures.shadeCount} shades`);
  textFinding(measures, isMammogram, find);
  return findings;
}

/** Whether the image is known to show a breast with air around it: what ultrasound shows is judged by none of these rules. */
export function isKnownMammogram({ modality = null, view, laterality }: CaseFacts): boolean {
  return modality === null ? view !== null || laterality !== null : modality === 'MG';
}

function textFinding(
  { burnedInText }: CaseMeasures,
  isMammogram: boolean,
  find: (code: DataFindingCode, what: string) => void,
): void {
  if (burnedInText === 'header') find('burned-in-text', 'its header says that text is burned into the picture');
  if (burnedInText === 'pixels' && isMammogram)
    find('burned-in-text', 'there seems to be text in the air beside the breast');
}

function breastFindings(
  facts: CaseFacts,
  { background, chestWall, mask }: CaseMeasures,
  { maskShare }: DataContract,
  find: (code: DataFindingCode, what: string) => void,
): void {
  if (background === 'bright') find('inverted-image', 'the air around the breast is brighter than the breast');
  else if (chestWall === 'top' || chestWall === 'bottom')
    find('turned-image', `the chest wall lies at the ${chestWall}`);
  else {
    const expected = expectedChestWall(facts);
    if (expected !== null && chestWall !== null && chestWall !== expected)
      find('other-side', `laterality ${facts.laterality ?? ''}, and the chest wall lies on the ${chestWall}`);
  }
  if ((mask?.shareInAir ?? 0) > MOST_IN_AIR)
    find('mask-in-air', `${percent(mask?.shareInAir ?? 0)} of what the mask marks lies outside the breast`);
  const share = mask?.shareOfBreast ?? null;
  if (maskShare !== null && share !== null && !isWithin(share, maskShare))
    find('mask-share', `the mask marks ${percent(share)} of the breast`);
}

function factFindings(
  { modality = null, view, presentation = null }: CaseFacts,
  contract: DataContract,
  find: (code: DataFindingCode, what: string) => void,
): void {
  const asked = (name: string, wanted: readonly string[] | null, value: string | null, code: DataFindingCode): void => {
    if (wanted === null) return;
    if (value === null) find('unknown-fact', `its ${name} is not known`);
    else if (!wanted.includes(value)) find(code, `its ${name} is ${value}, and the study takes ${wanted.join(', ')}`);
  };
  asked('modality', contract.modalities, modality, 'other-modality');
  asked('view', contract.views, view, 'other-view');
  const { presentation: wanted } = contract;
  asked('presentation intent', wanted === null ? null : [wanted], presentation, 'other-presentation');
}

function isWithin(value: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return value >= least && value <= most;
}

function percent(share: number): string {
  return `${(100 * share).toPrecision(2)} %`;
}
