import type { Elements } from './elements.js';
import type { Segment } from './segments.js';

/** What one frame of a segmentation stands for. */
export interface SegmentationFrame {
  /** Counted from 0. */
  readonly index: number;
  /** Null in a label map, whose pixels name the segments. */
  readonly segment: number | null;
  /** Images (SOP Instance UIDs) from whose pixels the frame was made. */
  readonly sources: readonly string[];
  /** False where the object says that the frame's pixels do not lie on the source's. */
  readonly isPixelMapped: boolean;
}

/**
 * @param frameCount - as the header announces.
 * @returns null if a frame does not name a segment that there is.
 * @see DICOM PS3.3 C.8.20.3 (Segmentation Functional Group Macros), C.7.6.16.2.6 (Derivation Image).
 */
export function framesOf(
  elements: Elements,
  frameCount: number,
  isLabelMap: boolean,
  segments: readonly Segment[],
): readonly SegmentationFrame[] | null {
  const [shared] = elements.items('x52009229');
  const own = elements.items('x52009230');
  if (own.length !== frameCount && !(own.length === 0 && frameCount === 1)) return null;
  const numbers = new Set(segments.map(({ number }) => number));
  // An object about one image need not repeat with every frame which it is.
  const references = [...referencedInstances(elements)];
  const frames: SegmentationFrame[] = [];
  for (let index = 0; index < frameCount; index++) {
    const groups = [own[index], shared].filter((group) => group !== undefined);
    const segment = first(groups, (group) => group.items('x0062000a')[0]?.uint16('x0062000b') ?? null);
    if (!isLabelMap && (segment === null || !numbers.has(segment))) return null;
    const sources = groups
      .flatMap((group) => group.items('x00089124'))
      .flatMap((derivation) => derivation.items('x00082112'));
    const named = [...new Set(sources.flatMap((source) => source.text('x00081155') ?? []))];
    frames.push({
      index,
      segment: isLabelMap ? null : segment,
      sources: named.length === 0 && references.length === 1 ? references : named,
      isPixelMapped: sources.every((source) => !/^(NO|REORIENTED_ONLY)$/.test(source.text('x0028135a') ?? '')),
    });
  }
  return frames;
}

function first<T>(groups: readonly Elements[], valueOf: (group: Elements) => T | null): T | null {
  for (const group of groups) {
    const value = valueOf(group);
    if (value !== null) return value;
  }
  return null;
}

/** SOP Instance UIDs under Referenced Series and Source Image. @see DICOM PS3.3 C.12.4 (Common Instance Reference). */
export function referencedInstances(elements: Elements): ReadonlySet<string> {
  const inSeries = elements.items('x00081115').flatMap((series) => series.items('x0008114a'));
  return new Set([...inSeries, ...elements.items('x00082112')].flatMap((instance) => instance.text('x00081155') ?? []));
}
