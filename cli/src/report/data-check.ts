import { findingGroups, type DataCheckResult } from '../workbench/data-check-text.js';
import { axes, plotOf, svg, ticksTo } from './chart.js';
import { markup, NOTHING, type Markup } from './markup.js';
import { STYLE } from './style.js';

const TITLES: Readonly<Record<string, string>> = {
  maskShare: 'Mask by breast area',
  maskAreaMm2: 'Area of the mask, mm²',
  spacingMm: 'Distance of pixels, mm',
  breastShare: 'Breast by image area',
  medianShade: 'Median shade of the breast',
};

/** Messages that are shown of each code. */
const SHOWN_MESSAGES = 50;

/** @returns the page of `site data check --report`: it needs no network and no scripts, and holds images of the site. */
export function dataCheckHtml(result: DataCheckResult): string {
  const { counts, layout, study, contract, mayTrain, samples } = result;
  const { train, validation, test } = counts.parts;
  const facts = [
    ['Usable images', counts.usableImages, `of ${counts.usablePatients} patients`],
    ['Refused', counts.refusedImages, `of ${counts.images} images`],
    ['Empty masks', counts.emptyMasks, 'no region is cut from them'],
    ['Split by patient', `${train} : ${validation} : ${test}`, 'train, validation, test'],
  ] as const;
  const verdict = mayTrain ? 'These data can be trained on.' : 'A study would train nothing on these data.';
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark"><title>MammoFed data check: ${study}</title>${STYLE}</head><body><main>
<header><p class="kind">MammoFed data check</p><h1>${verdict}</h1>
<p>Layout ${layout}; study ${study}; masks outline: ${contract.label}.</p></header>
<p class="notice"><strong>This page names files and holds images of this hospital.</strong> It was made on this machine and was sent nowhere: treat it as you treat them.</p>
<dl class="summary">${facts.map(
    ([name, value, more]) => markup`<div><dt>${name}</dt><dd>${value}<small>${more}</small></dd></div>`,
  )}</dl>
<section><h2>What was found</h2>${findings(result)}</section>
<section><h2>How the usable images are distributed</h2><div class="panels">${Object.keys(TITLES).map((name) =>
    histogram(name, result),
  )}</div></section>
${
  samples.length === 0
    ? NOTHING
    : markup`<section><h2>Samples</h2><p class="legend"><span><i class="reference"></i>mask</span><span>what has a finding stands first</span></p>
<div class="pictures">${samples.map(sample)}</div></section>`
}
</main></body></html>
`.text;
}

function findings(result: DataCheckResult): Markup {
  const groups = findingGroups(result);
  if (groups.length === 0) return markup`<p>Nothing: every image and mask is in order.</p>`;
  return markup`${groups.map(
    ({
      code,
      verdict,
      messages,
      next,
    }) => markup`<h3>${verdict === 'refused' ? 'Refused' : 'Flagged'}: ${code} (${messages.length})</h3>
${next === null ? NOTHING : markup`<p>${next}</p>`}
<ul class="small">${messages.slice(0, SHOWN_MESSAGES).map((message) => markup`<li class="file">${message}</li>`)}</ul>
${messages.length > SHOWN_MESSAGES ? markup`<p class="small">and ${messages.length - SHOWN_MESSAGES} more</p>` : NOTHING}`,
  )}`;
}

function histogram(name: string, { statistics, bins }: DataCheckResult): Markup {
  const counts = statistics[name] ?? [];
  const ends = bins[name] ?? [];
  const known = counts.reduce((sum, count) => sum + count, 0);
  const title = TITLES[name] ?? name;
  if (known === 0) return markup`<figure class="panel"><h4>${title}</h4><p>not known</p></figure>`;
  const yTicks = ticksTo(Math.max(...counts), 3);
  const plot = plotOf({
    ...{ width: 300, height: 190, left: 42 },
    xRange: [0, counts.length],
    yRange: [0, yTicks.at(-1) ?? 1],
  });
  const bars = counts.map((count, bin) => {
    const [x, y] = [plot.x(bin + 0.1), plot.y(count)];
    return markup`<rect class="up" x="${x}" y="${y}" width="${plot.x(bin + 0.9) - x}" height="${plot.bottom - y}"/>`;
  });
  const labels = ends.map((end, bin) =>
    bin % 2 === 1 || end === null
      ? NOTHING
      : markup`<text x="${plot.x(bin + 1)}" y="${plot.bottom + 15}" text-anchor="middle">${end}</text>`,
  );
  const frame = axes({ plot, xTicks: [], yTicks, xLabel: `${known} images`, yLabel: '', yText: String });
  return markup`<figure class="panel"><h4>${title}</h4>${svg(plot, `${title}: ${counts.join(', ')}`, [frame, ...bars, ...labels])}</figure>`;
}

function sample({ file, codes, png }: DataCheckResult['samples'][number]): Markup {
  return markup`<figure class="picture"><img src="data:image/png;base64,${png}" alt="${file}">
<figcaption>${codes.length === 0 ? NOTHING : markup`<strong>${codes.join(', ')}</strong><br>`}<span class="file">${file}</span></figcaption></figure>`;
}
