import { outlineCells, NOT_TOLD } from '../outline-table-text.js';
import { SLICE_NAMES, type OutlineRow, type OutlineTable, type SliceName } from '../outline-table.js';
import { markup, NOTHING, type Markup } from './markup.js';

const SLICE_TITLES: Readonly<Record<SliceName, string>> = {
  edge: 'Place in the image',
  size: 'Size of the lesion',
  density: 'Density (ACR)',
  pathology: 'Pathology',
};

const PART_TITLES: Readonly<Record<string, string>> = { edge: 'touching the image’s edge' };

/** What the sites told of outlines, lesions and slices of their own test images. */
export function outlinesSection(table: OutlineTable | null): Markup {
  if (table === null) return markup`<p>No site tells of outlines and lesions.</p>`;
  return markup`${outlinesTable(table)}${partsTable(table)}${notes(table)}`;
}

function outlinesTable({ sites, overall, missing }: OutlineTable): Markup {
  const titles = [
    'Site',
    'n',
    'IoU',
    'HD95',
    'Average surface distance',
    'Surface Dice',
    'Lesions found',
    'False marks per image',
  ];
  const row = (one: OutlineRow, style: string): Markup =>
    markup`<tr class="${style}"><th scope="row">${one.site}</th><td>${one.n ?? NOT_TOLD}</td>${outlineCells(one).map(
      (cell) => markup`<td>${cell}</td>`,
    )}</tr>`;
  const note =
    missing.length === 0
      ? NOTHING
      : markup`<tr><td colspan="${titles.length}">Not evaluated in time, and not in the total: ${missing.join(', ')}</td></tr>`;
  return markup`<div class="scroll"><table class="figures"><thead><tr>${titles.map(
    (title) => markup`<th scope="col">${title}</th>`,
  )}</tr></thead><tbody>${sites.map((one) => row(one, 'site'))}${row(overall, 'total')}${note}</tbody></table></div>`;
}

/** Mean Dice of each part, and how many images it has. */
function partsTable({ sites, overall, shownParts }: OutlineTable): Markup {
  const shown = SLICE_NAMES.filter((slice) => shownParts[slice].length > 0);
  if (shown.length === 0) return NOTHING;
  const columns = [...sites, overall];
  const names = columns.map(({ site }) => markup`<th colspan="2" scope="colgroup" class="first">${site}</th>`);
  const titles = columns.map(() => markup`<th scope="col" class="first">Dice</th><th scope="col">n</th>`);
  const groups = shown.map(
    (slice) =>
      markup`<tbody><tr class="part"><th colspan="${1 + 2 * columns.length}" scope="rowgroup">${SLICE_TITLES[slice]}</th></tr>${shownParts[
        slice
      ].map(
        (part) =>
          markup`<tr><th scope="row">${PART_TITLES[part] ?? part}</th>${columns.map((one) => partCells(one, slice, part))}</tr>`,
      )}</tbody>`,
  );
  return markup`<h3>Dice by part of the test images</h3><div class="scroll"><table class="figures narrow"><thead><tr><th rowspan="2" scope="col">Images</th>${names}</tr><tr>${titles}</tr></thead>${groups}</table></div>`;
}

function partCells(row: OutlineRow, slice: SliceName, part: string): Markup {
  const parts = row[slice];
  if (parts === null) return markup`<td class="first">${NOT_TOLD}</td><td></td>`;
  const figures = parts[part] ?? null;
  return figures === null
    ? markup`<td class="first">no image</td><td>0</td>`
    : markup`<td class="first">${figures.dice.toFixed(3)}</td><td>${figures.n}</td>`;
}

function notes({ sites }: OutlineTable): Markup {
  const tolerances = new Set(sites.flatMap(({ surface }) => (surface ? [`${surface.tolerance} ${surface.unit}`] : [])));
  const within = tolerances.size === 0 ? 'a tolerance' : [...tolerances].join(' or ');
  return markup`<p class="small">Averages over the images. IoU: TP / (TP + FP + FN) in pixels. HD95: the larger of the 95th percentiles of the distances from one outline to the other and
back; average surface distance: the mean over both outlines; surface Dice: the share of both outlines within ${within} of the other. These three are of images on which something was marked;
mm where the spacing of every image is known, pixels of the image where it is of none, and not told where it is of some. Lesions found: of which a tenth is marked; false marks: of which less than a tenth lies on a lesion; both told by the
sites in steps (±). Size: thirds of each site’s own images. ${NOT_TOLD}: withheld or not known at the site, or what does not add up over sites.</p>`;
}
