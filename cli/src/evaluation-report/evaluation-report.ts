import { blandAltmanSvg } from '@mammofed/imaging';
import { counted, fractionText } from '../formats.js';
import { Markup, markup, NOTHING } from '../report/markup.js';
import { STYLE } from '../report/style.js';
import { countedFlags, type EvaluationResult } from '../workbench/evaluation-text.js';
import { distanceText, intervalText, units, valueText } from '../workbench/segmentation-text.js';
import type { LengthUnit } from '../workbench/segmentation-result.js';
import { diceBoxes } from './dice-boxes.js';
import { diceHistogram } from './dice-histogram.js';
import { definitions } from './definitions.js';
import { figuresTable, imagesTable, slicesTable } from './evaluation-tables.js';
import type { ShownOverlay } from './shown-overlays.js';

const MORE_STYLE = new Markup(`<style>
rect.fill { fill: var(--c); } .box line { stroke: var(--c); stroke-width: 1.3; } .box rect { fill: var(--c); fill-opacity: .18; stroke: var(--c); stroke-width: 1.3; }
.box .middle { stroke-width: 2.4; } .box circle { fill: var(--paper); stroke: var(--c); stroke-width: 1.6; } tspan.count { fill: var(--soft); }
i.edge { --swatch: var(--c1); } i.central { --swatch: var(--c0); } .figures.images { font-size: .78rem; } .figures.images th.file { white-space: normal; font-weight: 400; min-width: 10rem; }
.figures.slices thead th, .figures.images thead th { white-space: normal; } .figures.slices tbody .part th { text-align: left; } .number { white-space: nowrap; } .figures tbody th { font-weight: 400; } .figures .total th { font-weight: 650; } .figures tbody .part th { font-weight: 600; } dl.terms dt { font-weight: 600; } dl.terms dd { margin: 0 0 .6rem; color: var(--soft); }
dl.terms { font-size: .88rem; columns: 2 24rem; column-gap: 2.5rem; } dl.terms div { break-inside: avoid; } figure.agreement svg { max-width: 46rem; }
@media print { .pictures { grid-template-columns: repeat(5, 1fr); } .figures thead { display: table-header-group; } .figures.images tr { break-inside: avoid; } .figures th { white-space: normal; } .page { break-before: page; } }
</style>`);

/**
 * The evaluation as one page that needs no network and no scripts; everything from outside is escaped. It has file names and
 * parts of images: it is for the hospital itself.
 * @param overlays - as the evaluation drew them.
 */
export function evaluationReport(result: EvaluationResult, overlays: readonly ShownOverlay[]): string {
  const { modelSha256, study, part, n, patients, segmentation, images } = result;
  const whose = part === 'all' ? 'all images of the folder' : `the ${part} part of study ${study}`;
  const page = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark"><title>MammoFed evaluation: model ${modelSha256.slice(0, 12)}</title>${STYLE}${MORE_STYLE}</head><body><main>
<header><p class="kind">MammoFed evaluation</p><h1>Model ${modelSha256.slice(0, 12)} on ${counted(n, 'image')}</h1>
<p>${whose}: ${counted(n, 'image')} of ${counted(patients, 'patient')}. Research use only: nothing here is a diagnosis.</p></header>
<p class="notice"><strong>For this hospital alone.</strong> The page names files and holds parts of images. Treat it as you treat them.</p>
${summary(result)}
<section><h2>Figures</h2>${figuresTable(segmentation)}${leftOut(result)}</section>
<section><h2>Where it does well and where it fails</h2>${slicesTable(segmentation)}<p class="small">Every image is in one part of each group.
Thirds of size are of this set. Intervals rest on the patients of the row: of few patients they are wide, and of one there is none.</p></section>
<section class="page"><h2>Outlines</h2>${overlaysFigure(overlays)}</section>
<section><h2>Distribution of Dice</h2><figure>${diceHistogram(images)}<figcaption class="legend"><span><i class="edge"></i>touching the image’s edge</span>
<span><i class="central"></i>central</span></figcaption></figure>
<figure>${diceBoxes(segmentation)}<figcaption>Box: from the first to the third quartile, with the median as a line and the mean as a dot. Whiskers: smallest and largest
image. In brackets: images.</figcaption></figure></section>
<section><h2>Agreement on the lesion’s area</h2>${agreement(result)}</section>
<section class="page"><h2>Every image, worst first</h2>${imagesTable(images)}<p class="small">Distances and areas in the unit of the row and its square. A dash: not
defined, because nothing was marked.</p></section>
<section class="page"><h2>What the figures mean</h2>${definitions(segmentation)}</section>
<section><h2>How it was measured</h2>${factsTable(result)}</section>
</main></body></html>
`;
  return page.text;
}

function summary(result: EvaluationResult): Markup {
  const { segmentation } = result;
  const { all, slices } = segmentation;
  const [unit] = units(all);
  const edge = slices.find(({ slice, part }) => slice === 'edge' && part !== 'central');
  const central = slices.find(({ slice, part }) => slice === 'edge' && part === 'central');
  const distance = unit === undefined ? null : (all.surface[unit]?.hausdorff95 ?? null);
  const facts: readonly (readonly [string, string, string])[] = [
    ['Mean Dice', valueText(all.dice?.mean), `95 % interval ${intervalText(all.dice?.interval ?? null)}`],
    [
      'Dice at the image’s edge',
      valueText(edge?.dice?.mean),
      `${counted(edge?.images ?? 0, 'image')}; central: ${valueText(central?.dice?.mean)}`,
    ],
    [
      `Mean HD95${unit === undefined ? '' : `, ${unit}`}`,
      distanceText(distance?.mean, unit ?? 'px'),
      `95 % interval ${intervalText(distance?.interval ?? null, (value) => distanceText(value, unit ?? 'px'))}`,
    ],
    [
      'Lesions found',
      `${all.lesions.detected} of ${all.lesions.lesions}`,
      `${valueText(all.lesions.falsePositivesPerImage?.value)} false marks per image`,
    ],
  ];
  return markup`<dl class="summary">${facts.map(
    ([name, value, more]) => markup`<div><dt>${name}</dt><dd>${value}<small>${more}</small></dd></div>`,
  )}</dl>${verdict(result)}`;
}

/** What a network must beat to show that it looks at the images. */
function verdict({ segmentation, allLesionDice, meanMaskDice }: EvaluationResult): Markup {
  const dice = segmentation.all.dice?.mean;
  if (dice === undefined) return NOTHING;
  const blind = Math.max(allLesionDice, meanMaskDice ?? 0);
  const distance = dice - blind;
  return markup`<p class="verdict">The best mask that never looks at an image reaches a Dice of ${fractionText(blind)}; the model is ${Math.abs(distance).toFixed(3)} ${
    distance > 0 ? 'above it' : 'below it: nothing shows that it looks at the images'
  }.</p>`;
}

function leftOut({ segmentation, skippedEmptyMasks, unlistedImages, refused, flagged }: EvaluationResult): Markup {
  const { emptyPredictions } = segmentation.all;
  const sentences = [
    ...(emptyPredictions > 0
      ? [
          `Nothing was marked on ${counted(emptyPredictions, 'image')}: Dice counts them as 0, distances leave them out.`,
        ]
      : []),
    ...(skippedEmptyMasks > 0 ? [`Left out: ${skippedEmptyMasks} with an empty mask.`] : []),
    ...(unlistedImages > 0 ? [`Left out: ${unlistedImages} that the folder’s index does not list.`] : []),
    ...(refused.length > 0 ? [`Left out: ${refused.length} that could not be used.`] : []),
    ...countedFlags(flagged).map(([message, count]) => `Of ${counted(count, 'image')}: ${message}.`),
  ];
  return sentences.length === 0 ? NOTHING : markup`<p class="small">${sentences.join(' ')}</p>`;
}

const RANK_TITLES: Readonly<Record<ShownOverlay['rank'], string>> = {
  best: 'Best',
  median: 'In the middle',
  worst: 'Worst',
  edge: 'At the image’s edge',
};

function overlaysFigure(overlays: readonly ShownOverlay[]): Markup {
  const pictures = overlays.map(
    ({ file, dice, rank, touchesEdge, png }) =>
      markup`<figure class="picture"><img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="Region of ${file} with both outlines">
<figcaption><strong>${RANK_TITLES[rank]}</strong>${touchesEdge && rank !== 'edge' ? ' (at the edge)' : ''} <span class="number">Dice ${fractionText(dice)}</span><br>
<span class="file">${file}</span></figcaption></figure>`,
  );
  return markup`<p class="legend"><span><i class="reference"></i>reference, drawn by people</span><span><i class="prediction"></i>prediction</span>
<span>where the two run together they alternate</span></p><div class="pictures">${pictures}</div>`;
}

const AREA_UNITS: Readonly<Record<LengthUnit, string>> = { mm: 'mm²', px: 'pixels of the image' };

function agreement({ segmentation, images }: EvaluationResult): Markup {
  const plots = (['mm', 'px'] as const).flatMap((unit) => {
    const own = images.filter((image) => image.unit === unit);
    if (segmentation.areaAgreement[unit] === null || own.length === 0) return [];
    const plot = blandAltmanSvg({
      reference: own.map(({ lesionArea }) => lesionArea),
      predicted: own.map(({ markedArea }) => markedArea),
      unit: AREA_UNITS[unit],
    });
    // Of our own making. Inside a page it needs no name space.
    return [
      markup`<figure class="agreement">${new Markup(plot.replace(' xmlns="http://www.w3.org/2000/svg"', ''))}</figure>`,
    ];
  });
  return markup`${plots}<p class="small">Bland–Altman. Each dot is an image: across, the mean of the drawn and the predicted area; up, predicted − drawn. Solid: the bias;
dashed: the limits of agreement, bias ± 1.96 standard deviations. Bands and the small figures: their 95 % confidence intervals.</p>`;
}

function factsTable({ modelSha256, study, part, segmentation, allLesionDice, meanMaskDice }: EvaluationResult): Markup {
  const rows: readonly (readonly [string, string])[] = [
    ['Model (SHA-256)', modelSha256],
    ['Study', study],
    ['Part', part],
    ['Dice of marking every pixel', fractionText(allLesionDice)],
    ['Dice of the mean training mask', meanMaskDice === null ? 'no training part' : fractionText(meanMaskDice)],
    ['Seed of the intervals', String(segmentation.intervalSeed)],
  ];
  return markup`<table class="facts"><tbody>${rows.map(
    ([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  )}</tbody></table>`;
}
