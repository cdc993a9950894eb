/**
 * The outline of a mask as SVG path data, along the borders of its pixels: every connected part is a closed line, every hole
 * another one that runs the other way, so that a fill leaves holes free.
 * @param mask - shape (height, width), 0 or 1.
 * @returns path data in pixels, (0, 0) being the first pixel's upper left corner; empty if nothing is marked.
 */
export function outlinePath(mask: Uint8Array, width: number, height: number): string {
  const borders = bordersOf(mask, width, height);
  const lines: string[] = [];
  for (const start of borders.keys()) {
    while (borders.has(start)) lines.push(closedLine(borders, start, width + 1));
  }
  return lines.join('');
}

/** From each corner of the grid, the corners to which a pixel's border leads, what is marked on the right. */
type Borders = Map<number, number[]>;

function bordersOf(mask: Uint8Array, width: number, height: number): Borders {
  const corners = width + 1;
  const borders: Borders = new Map();
  const add = (from: number, to: number): void => {
    const leading = borders.get(from);
    if (leading === undefined) borders.set(from, [to]);
    else leading.push(to);
  };
  const isSet = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] !== 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isSet(x, y)) continue;
      const upperLeft = y * corners + x;
      const lowerLeft = upperLeft + corners;
      if (!isSet(x, y - 1)) add(upperLeft, upperLeft + 1);
      if (!isSet(x + 1, y)) add(upperLeft + 1, lowerLeft + 1);
      if (!isSet(x, y + 1)) add(lowerLeft + 1, lowerLeft);
      if (!isSet(x - 1, y)) add(lowerLeft, upperLeft);
    }
  }
  return borders;
}

/** Takes one closed line out of the borders. As many of them lead to a corner as away from it, so that it comes back. */
function closedLine(borders: Borders, start: number, corners: number): string {
  const places = [start];
  for (let here = takeOne(borders, start); here !== start; here = takeOne(borders, here)) places.push(here);
  const x = (place: number): number => place % corners;
  const y = (place: number): number => Math.floor(place / corners);
  const parts = [`M${x(start)} ${y(start)}`];
  places.forEach((place, i) => {
    const [before, after] = [places[i - 1], places[i + 1] ?? start];
    if (before === undefined || y(before) === y(after) || x(before) === x(after)) return;
    parts.push(y(before) === y(place) ? `H${x(place)}` : `V${y(place)}`);
  });
  return `${parts.join('')}Z`;
}

function takeOne(borders: Borders, from: number): number {
  const leading = borders.get(from) as number[];
  const to = leading.pop() as number;
  if (leading.length === 0) borders.delete(from);
  return to;
}
