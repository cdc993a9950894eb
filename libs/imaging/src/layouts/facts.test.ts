import { describe, expect, it } from '@jest/globals';
import { densityOf, lateralityOf, pathologyOf, viewOf, worstPathology } from './facts.js';

describe('what tables say of an image', () => {
  it('is read in the words of the public data sets, and is nothing where they are others', () => {
    expect(['L', 'left', 'RIGHT', 'r', 'B', '', undefined].map(lateralityOf)).toEqual([
      'L',
      'L',
      'R',
      'R',
      null,
      null,
      null,
    ]);
    expect(['cc', ' MLO', 'M', 'C-C', undefined].map(viewOf)).toEqual(['CC', 'MLO', null, null, null]);
    expect(['DENSITY C', 'a', '4', 'ACR-B', 'BI-RADS 2', '0', '5', '_'].map(densityOf)).toEqual([
      ...['c', 'a', 'd', 'b', 'b'],
      ...[null, null, null],
    ]);
    expect(['BENIGN_WITHOUT_CALLBACK', 'Malignant', 'm', 'b', 'normal', ''].map(pathologyOf)).toEqual([
      ...['benign', 'malignant', 'malignant', 'benign'],
      ...[null, null],
    ]);
  });

  it('is malignant of several findings if one is', () => {
    expect(worstPathology(['benign', null, 'malignant'])).toBe('malignant');
    expect(worstPathology([null, 'benign'])).toBe('benign');
    expect(worstPathology([])).toBeNull();
  });
});
