import type { Elements } from './elements.js';

/**
 * Codes of mammographic views and the words of View Position for them, SNOMED RT first, then SNOMED CT.
 * @see DICOM PS3.16 CID 4014 and PS3.3 C.8.11.7.1.
 */
const VIEW_BY_CODE: Readonly<Record<string, string>> = {
  'R-10224': 'ML',
  'R-10226': 'MLO',
  'R-10228': 'LM',
  'R-10230': 'LMO',
  'R-10242': 'CC',
  'R-10244': 'FB',
  'R-1024A': 'XCCL',
  'R-1024B': 'XCCM',
  'R-102D0': 'SIO',
  'R-40AAA': 'ISO',
  '399260004': 'ML',
  '399368009': 'MLO',
  '399352003': 'LM',
  '399099002': 'LMO',
  '399162004': 'CC',
  '399196006': 'FB',
  '399192008': 'XCCL',
  '399101009': 'XCCM',
  '399188001': 'SIO',
  '441555000': 'ISO',
};

/** @returns View Position, or the word for the code of the view; null if neither is given. */
export function viewOf(elements: Elements): string | null {
  const position = elements.text('x00185101');
  if (position !== null) return position.toUpperCase();
  const code = elements.items('x00540220')[0]?.text('x00080100');
  return (code === undefined || code === null ? undefined : VIEW_BY_CODE[code]) ?? null;
}
