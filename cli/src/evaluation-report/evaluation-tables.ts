import { markup, type Markup } from '../report/markup.js';
import { distanceText, intervalText, units, valueText } from '../workbench/segmentation-text.js';
import type {
  EvaluatedImage,
  Figure,
  LengthUnit,
  Ratio,
  SegmentationFigures,
  SegmentationResult,
} from '../workbench/segmentation-result.js';

const UNDEFINED = '–';

const SLICE_TITLES = {
  edge: 'Place in the image',
  size: 'Size of the lesion',
  density: 'Density of the breast (ACR)',
  pathology: 'Pathology',
} as const;

/** Every figure of the whole set, with its interval. */
export function figuresTable({ all, tolerances }: SegmentationResult): Markup {
  const { lesions, negatives } = all;
  const rows: Markup[] = [
    figureRow('Dice', all.dice),
    figureRow('IoU', all.iou),
    figureRow('Sensitivity', all.sensitivity),
    figureRow('Specificity', all.specificity),
    figureRow('Accuracy', all.accuracy),
    ...units(all).flatMap((unit) => {
      const of = all.surface[unit];
      if (of === null) return [];
      return [
        figureRow(`HD95 (${unit})`, of.hausdorff95, unit),
        figureRow(`Average surface distance (${unit})`, of.averageSurfaceDistance, unit),
        figureRow(`Hausdorff distance (${unit})`, of.hausdorff, unit),
        figureRow(`Surface Dice at ${tolerances[unit]} ${unit}`, of.normalizedSurfaceDice),
      ];
    }),
    ratioRow(`Lesions found (${lesions.detected} of ${lesions.lesions})`, lesions.sensitivity),
    ratioRow(`False marks per image (${lesions.falsePositives} in all)`, lesions.falsePositivesPerImage),
    ...(negatives === null
      ? []
      : [
          ratioRow(
            `Images without a lesion on which something was marked (${negatives.falsePositiveImages} of ${negatives.images})`,
            negatives.falsePositiveRate,
          ),
        ]),
  ];
  return markup`<div class="scroll"><table class="figures"><thead>${headerRow('Figure', 'n', 'Average', '95 % interval', 'Smallest', 'Median', 'Largest')}</thead><tbody>${rows}</tbody></table></div>`;
}

/** The same figures where they differ: by place, size, density and pathology. */
export function slicesTable({ all, slices }: SegmentationResult): Markup {
  const inUnits = units(all);
  const header = headerRow(
    'Images',
    'n',
    'Patients',
    'Dice',
    '95 % interval',
    ...inUnits.flatMap((unit) => [`HD95 (${unit})`, `Average distance (${unit})`, `Surface Dice (${unit})`]),
    'Lesions found',
    'False marks per image',
  );
  const columns = 7 + 3 * inUnits.length;
  const groups = Object.entries(SLICE_TITLES).flatMap(([slice, title]) => {
    const own = slices.filter((one) => one.slice === slice);
    if (own.length === 0) return [];
    return [
      markup`<tbody><tr class="part"><th colspan="${columns}" scope="rowgroup">${title}</th></tr>${own.map((one) => sliceRow(one.part, one, inUnits, ''))}</tbody>`,
    ];
  });
  return markup`<div class="scroll"><table class="figures slices"><thead>${header}</thead><tbody>${sliceRow('all images', all, inUnits, 'total')}</tbody>${groups}</table></div>`;
}

function sliceRow(part: string, figures: SegmentationFigures, inUnits: readonly LengthUnit[], style: string): Markup {
  const { images, patients, dice, surface, lesions } = figures;
  const cells = [
    ...[String(images), String(patients), valueText(dice?.mean), intervalText(dice?.interval ?? null)],
    ...inUnits.flatMap((unit) => [
      distanceText(surface[unit]?.hausdorff95.mean, unit),
      distanceText(surface[unit]?.averageSurfaceDistance.mean, unit),
      valueText(surface[unit]?.normalizedSurfaceDice.mean),
    ]),
    `${lesions.detected} of ${lesions.lesions}`,
    valueText(lesions.falsePositivesPerImage?.value),
  ];
  return markup`<tr class="${style}"><th scope="row">${part}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`;
}

/** Every image, worst first: where to look. */
export function imagesTable(images: readonly EvaluatedImage[]): Markup {
  const rows = [...images]
    .reverse()
    .map(
      ({ file, touchesEdge, dice, iou, sensitivity, surface, unit, lesions, lesionArea, markedArea }) =>
        markup`<tr><th scope="row" class="file">${file}</th><td>${touchesEdge ? 'edge' : ''}</td>${[
          valueText(dice),
          valueText(iou ?? undefined),
          valueText(sensitivity),
          distanceText(surface?.hausdorff95, unit),
          distanceText(surface?.averageSurfaceDistance, unit),
          valueText(surface?.normalizedSurfaceDice),
          unit,
          `${lesions.detected} of ${lesions.lesions}`,
          String(lesions.falsePositives),
          lesionArea.toPrecision(3),
          markedArea.toPrecision(3),
        ].map((cell) => markup`<td>${plain(cell)}</td>`)}</tr>`,
    );
  return markup`<div class="scroll"><table class="figures images"><thead>${headerRow('Image', '', 'Dice', 'IoU', 'Sensitivity', 'HD95', 'Average distance', 'Surface Dice', 'Unit', 'Found', 'False', 'Area drawn', 'Area marked')}</thead><tbody>${rows}</tbody></table></div>`;
}

/** `1.2e+4` of `toPrecision` as a plain number. */
function plain(cell: string): string {
  return cell.includes('e+') ? String(Number(cell)) : cell;
}

function headerRow(...titles: readonly string[]): Markup {
  return markup`<tr>${titles.map((title) => markup`<th scope="col">${title}</th>`)}</tr>`;
}

/** @param unit - of a distance; left out: a fraction. */
function figureRow(name: string, figure: Figure | null, unit?: LengthUnit): Markup {
  const textOf = (value: number | undefined): string =>
    unit === undefined ? valueText(value) : distanceText(value, unit);
  const cells =
    figure === null
      ? ['0', UNDEFINED, '', '', '', '']
      : [
          String(figure.n),
          textOf(figure.mean),
          intervalText(figure.interval, textOf),
          ...[figure.min, figure.quartiles[1], figure.max].map(textOf),
        ];
  return markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`;
}

function ratioRow(name: string, ratio: Ratio | null): Markup {
  const cells = ratio === null ? [UNDEFINED, ''] : [valueText(ratio.value), intervalText(ratio.interval)];
  return markup`<tr><th scope="row">${name}</th><td></td>${[...cells, '', '', ''].map((cell) => markup`<td>${cell}</td>`)}</tr>`;
}
