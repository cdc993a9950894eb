/** The connected parts of a mask. */
export interface Components {
  readonly count: number;
  /** Shape (height, width): 0 for background, 1 to `count` otherwise, numbered from the top by their first pixel. */
  readonly labels: Int32Array;
}

/**
 * The parts of a mask whose pixels touch by a side or a corner (8 neighbours).
 * @param mask - shape (height, width), 0 or non-zero; left unchanged.
 */
export function connectedComponents(mask: Uint8Array, width: number, height: number): Components {
  const labels = new Int32Array(mask.length);
  const open: number[] = [];
  let count = 0;
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || labels[start] !== 0) continue;
    labels[start] = ++count;
    open.push(start);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const next = row * width + column;
          if (mask[next] === 0 || labels[next] !== 0) continue;
          labels[next] = count;
          open.push(next);
        }
      }
    }
  }
  return { count, labels };
}
