import type { CaseFacts } from './layouts/layout.js';

/** What a row of index.csv says of its image in the columns `side`, `view`, `density` and `pathology`; other words are null. */
export function factsOfRow(columns: Readonly<Record<string, string>>): CaseFacts {
  const word = (column: string): string => (columns[column] ?? '').trim();
  const side = word('side').toUpperCase();
  const density = word('density').toLowerCase();
  const pathology = word('pathology').toLowerCase();
  return {
    laterality: side === 'L' || side === 'R' ? side : null,
    view: word('view').toUpperCase() || null,
    pathology: pathology === 'benign' || pathology === 'malignant' ? pathology : null,
    density: density === 'a' || density === 'b' || density === 'c' || density === 'd' ? density : null,
  };
}
