import { openLayout } from '@mammofed/imaging';
import type { SiteConfig } from '../config.js';
import { green, red, redOf, type DoctorLine } from './line.js';

/** Looks at what the data folder offers; opens no image. Nothing of it leaves the machine. */
export async function dataLine({ dir, layout }: SiteConfig['data']): Promise<DoctorLine> {
  try {
    const { cases, refused, layout: found } = await openLayout(dir, layout);
    const maskless = [
      ...cases.filter(({ maskKind }) => maskKind === 'none'),
      ...refused.filter(({ code }) => code === 'missing-mask'),
    ].length;
    const others = refused.filter(({ code }) => code !== 'missing-mask').length;
    const patients = new Set(cases.map(({ patient }) => patient)).size;
    const images = cases.length + refused.length;
    const offered =
      `${images} images of ${patients} patients in ${dir}` +
      (found === 'pairs' ? '' : ` (${found})`) +
      (others === 0 ? '' : `; ${others} of them cannot be used`);
    if (maskless === 0 && cases.length > 0) return green('data', offered);
    const without = maskless === 0 ? offered : `${offered}; ${maskless} of them without a mask`;
    return red('data', { code: 'missing-masks', found: without, mayTrain: maskless + others < images });
  } catch (error) {
    return redOf('data', error);
  }
}
