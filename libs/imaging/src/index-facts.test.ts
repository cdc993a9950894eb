import { expect, it } from '@jest/globals';
import { factsOfRow } from './index-facts.js';

it('takes facts from the columns named after them, and nothing from other words', () => {
  const row = { side: 'l', view: 'mlo', density: 'C', pathology: 'Malignant' };
  expect(factsOfRow(row)).toEqual({ laterality: 'L', view: 'MLO', density: 'c', pathology: 'malignant' });
  const none = { laterality: null, view: null, density: null, pathology: null };
  expect(factsOfRow({})).toEqual(none);
  expect(factsOfRow({ side: 'left', density: '_', pathology: 'unknown' })).toEqual(none);
});
