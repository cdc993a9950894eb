import { stat } from 'node:fs/promises';
import { readPairsIndex } from '@mammofed/imaging';
import { green, red, redOf, type DoctorLine } from './line.js';

/** Looks at what the data folder offers; opens no image. Nothing of it leaves the machine. */
export async function dataLine(dir: string): Promise<DoctorLine> {
  try {
    const records = await readPairsIndex(dir);
    const patients = new Set(records.map(({ patient }) => patient)).size;
    let missing = 0;
    for (const { maskPath } of records) if ((await stat(maskPath).catch(() => null)) === null) missing++;
    const found = `${records.length} images of ${patients} patients in ${dir}`;
    if (missing === 0 && records.length > 0) return green('data', found);
    const without = missing === 0 ? found : `${found}; ${missing} of them without a mask`;
    return red('data', { code: 'missing-masks', found: without, mayTrain: missing < records.length });
  } catch (error) {
    return redOf('data', error);
  }
}
