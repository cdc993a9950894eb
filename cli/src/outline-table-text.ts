import { textTable } from './formats.js';
import { SLICE_NAMES, type OutlineRow, type OutlineTable, type SliceName } from './outline-table.js';
import { distanceText } from './workbench/segmentation-text.js';

/** Shown for what a site withholds or does not know, and for what does not add up over sites. */
export const NOT_TOLD = '–';

/** Outlines, lesions and slices as lines of text. */
export function outlineTableText({ round, sites, overall, missing, shownParts }: OutlineTable): string[] {
  const rows = [...sites, overall];
  const header = ['site', 'IoU', 'HD95', 'average distance', 'surface Dice', 'lesions found', 'false marks per image'];
  const parts = SLICE_NAMES.flatMap((slice) =>
    shownParts[slice].map((part) => [
      slice === 'edge' ? part : `${slice}: ${part}`,
      ...rows.map((row) => partText(row, slice, part)),
    ]),
  );
  return [
    `Outlines and lesions, ${round === 0 ? 'initial model' : `model of round ${round}`}: averages on the test images`,
    ...indented([header, ...rows.map((row) => [row.site, ...outlineCells(row)])]),
    ...(missing.length === 0 ? [] : [`  not evaluated in time, and not in the total: ${missing.join(', ')}`]),
    ...(parts.length === 0 ? [] : indented([['Dice (images)', ...rows.map(({ site }) => site)], ...parts])),
    `  ${NOT_TOLD}: withheld or not known at the site, or does not add up over sites. ±: told in steps. Definitions: docs/metrics.md`,
  ];
}

function indented(rows: readonly (readonly string[])[]): string[] {
  return textTable(rows).map((line) => `  ${line}`);
}

/** IoU, HD95, average surface distance, surface Dice, lesions found and false marks per image. */
export function outlineCells({ iou, surface, lesions }: OutlineRow): readonly string[] {
  const distance = (of: 'hausdorff95' | 'averageSurfaceDistance'): string =>
    surface === null ? NOT_TOLD : `${distanceText(surface[of], surface.unit)} ${surface.unit}`;
  return [
    iou?.toFixed(3) ?? NOT_TOLD,
    distance('hausdorff95'),
    distance('averageSurfaceDistance'),
    surface === null ? NOT_TOLD : `${surface.normalizedSurfaceDice.toFixed(3)} at ${surface.tolerance} ${surface.unit}`,
    steppedText(lesions?.sensitivity ?? null, lesions?.step ?? 0),
    steppedText(lesions?.falsePositivesPerImage ?? null, lesions?.step ?? 0),
  ];
}

/** A figure that was rounded to a step is within half of it. */
function steppedText(value: number | null, step: number): string {
  return value === null ? NOT_TOLD : `${value.toFixed(2)} ±${(step / 2).toFixed(2)}`;
}

/** `0.712 (31)`: mean Dice, images; 0 images where the others have some. */
function partText(row: OutlineRow, slice: SliceName, part: string): string {
  const parts = row[slice];
  if (parts === null) return NOT_TOLD;
  const figures = parts[part] ?? null;
  return figures === null ? '(0)' : `${figures.dice.toFixed(3)} (${figures.n})`;
}
