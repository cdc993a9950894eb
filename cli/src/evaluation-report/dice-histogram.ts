import { axes, plotOf, svg, wholeTicks } from '../report/chart.js';
import { markup, type Markup } from '../report/markup.js';
import type { EvaluatedImage } from '../workbench/segmentation-result.js';

const BINS = 20;

/** How many images reach which Dice, those at the image's edge apart, so that one sees which of them fail. */
export function diceHistogram(images: readonly EvaluatedImage[]): Markup {
  const bins = Array.from({ length: BINS }, () => ({ edge: 0, central: 0 }));
  for (const { dice, touchesEdge } of images) {
    const bin = bins[Math.min(BINS - 1, Math.floor(dice * BINS))];
    if (bin !== undefined) bin[touchesEdge ? 'edge' : 'central']++;
  }
  const most = Math.max(1, ...bins.map(({ edge, central }) => edge + central));
  const plot = plotOf({ width: 760, height: 260, xRange: [0, 1], yRange: [0, most] });
  const bars = bins.flatMap(({ edge, central }, i) => {
    const [left, right] = [plot.x(i / BINS) + 1, plot.x((i + 1) / BINS) - 1];
    const bar = (from: number, to: number, style: string): Markup[] =>
      to === from
        ? []
        : [
            markup`<rect class="${style}" x="${left}" y="${plot.y(to)}" width="${(right - left).toFixed(1)}" height="${(plot.y(from) - plot.y(to)).toFixed(1)}"/>`,
          ];
    return [...bar(0, edge, 'fill c1'), ...bar(edge, edge + central, 'fill c0')];
  });
  return svg(plot, `Histogram of the Dice of ${images.length} images`, [
    axes({
      plot,
      xTicks: [0, 0.2, 0.4, 0.6, 0.8, 1],
      yTicks: wholeTicks(0, most, 5),
      xLabel: 'Dice similarity coefficient',
      yLabel: 'Images',
      yText: String,
    }),
    ...bars,
  ]);
}
