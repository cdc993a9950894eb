import type { DataSet } from 'dicom-parser';

/** One of an object's elements by its keyword (DICOM PS3.6), as the parser names it. */
export type Tag = `x${string}`;

/**
 * Typed, forgiving access to the elements of a data set or of a sequence's item: an absent, empty or malformed value is
 * null or an empty list. What must be there is checked by whoever needs it.
 */
export class Elements {
  constructor(private readonly dataSet: DataSet) {}

  has(tag: Tag): boolean {
    return this.dataSet.elements[tag] !== undefined;
  }

  /** The first value without its padding; null if empty. Bytes above 127 come as ISO 8859-1. */
  text(tag: Tag): string | null {
    return this.texts(tag)[0] ?? null;
  }

  /** All values of a text that backslashes divide; an empty value stays, so that positions keep their meaning. */
  texts(tag: Tag): readonly string[] {
    const whole = this.attempt(() => this.dataSet.text(tag));
    if (whole === null || whole.trim() === '') return [];
    return whole.split('\\').map((value) => value.trim());
  }

  /** Decimal or integer strings (DS, IS); a value that is no finite number is left out. */
  decimals(tag: Tag): readonly number[] {
    return this.texts(tag)
      .filter((value) => value !== '')
      .map(Number)
      .filter(Number.isFinite);
  }

  decimal(tag: Tag): number | null {
    return this.decimals(tag)[0] ?? null;
  }

  /** 16 bits without a sign (US). */
  uint16(tag: Tag, index = 0): number | null {
    return this.attempt(() => this.dataSet.uint16(tag, index));
  }

  /** All 16-bit words of an element, in the byte order of the object. */
  words(tag: Tag): Uint16Array {
    const element = this.dataSet.elements[tag];
    const words = new Uint16Array(element === undefined ? 0 : Math.floor(element.length / 2));
    for (let i = 0; i < words.length; i++) words[i] = this.uint16(tag, i) ?? 0;
    return words;
  }

  /** The bytes of an element as they lie in the file; empty where there are none. */
  bytes(tag: Tag): Uint8Array {
    const element = this.dataSet.elements[tag];
    if (element === undefined) return new Uint8Array(0);
    return this.dataSet.byteArray.subarray(element.dataOffset, element.dataOffset + element.length);
  }

  /** The items of a sequence. */
  items(tag: Tag): readonly Elements[] {
    const items = this.dataSet.elements[tag]?.items ?? [];
    return items.flatMap((item) => (item.dataSet === undefined ? [] : [new Elements(item.dataSet)]));
  }

  /** The parser throws strings where an element's length leaves the file. */
  private attempt<T>(read: () => T | undefined): T | null {
    try {
      return read() ?? null;
    } catch {
      return null;
    }
  }
}
