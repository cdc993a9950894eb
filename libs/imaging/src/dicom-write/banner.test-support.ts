import { GLYPHS } from './banner.js';

/** Words as a plane: 1 where there is ink. */
export interface DrawnText {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/** @param scale - pixels to one of the letters, which are seven high and five wide. */
export function drawnText(words: string, scale: number): DrawnText {
  const [width, height] = [6 * scale * words.length, 7 * scale];
  const ink = Uint8Array.from({ length: width * height }, (_, i) => {
    const [column, row] = [Math.floor((i % width) / scale), Math.floor(i / width / scale)];
    const bits = GLYPHS[words[Math.floor(column / 6)] ?? ' ']?.[column % 6] ?? 0;
    return (bits >> row) & 1;
  });
  return { width, height, ink };
}
