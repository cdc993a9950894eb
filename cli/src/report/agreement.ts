import { blandAltmanSvg } from '@mammofed/imaging';
import type { Comparison } from '../demo/comparison.js';
import { Markup, markup } from './markup.js';

/** Bland–Altman plots of the lesions' areas, one a network: what the federated model marks against what people drew. */
export function agreementSection({ measured }: Comparison): Markup {
  const plots = measured
    .filter(({ kind }) => kind === 'federated')
    .map(({ model, images }) => {
      const known = images.filter(
        ({ referenceArea, predictedArea }) => referenceArea !== null && predictedArea !== null,
      );
      if (known.length === 0) return markup`<p>The sites kept no areas of ${model}.</p>`;
      const plot = blandAltmanSvg({
        reference: known.map(({ referenceArea }) => referenceArea ?? 0),
        predicted: known.map(({ predictedArea }) => predictedArea ?? 0),
        title: model,
      });
      // Of our own making, and it escapes the title itself. Inside a page it needs no name space.
      return markup`<figure>${new Markup(plot.replace(' xmlns="http://www.w3.org/2000/svg"', ''))}</figure>`;
    });
  return markup`<div class="pair">${plots}</div><p class="small">Each dot is a test image. Across: the mean of the two areas; up: predicted − drawn. The solid line is
the bias, the dashed ones the limits of agreement, bias ± 1.96 standard deviations. Areas are fractions of the region.</p>`;
}
