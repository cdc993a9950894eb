import { open } from 'node:fs/promises';

const MARK = [0x44, 0x49, 0x43, 0x4d]; // DICM
const MARK_AT = 128;

/** Bytes of the preamble and its mark. @see DICOM PS3.10 7.1. */
export const HEAD_BYTES = MARK_AT + MARK.length;

/** Whether bytes begin as DICOM files do: a preamble and the letters DICM. */
export function hasPreamble(bytes: Uint8Array): boolean {
  return MARK.every((byte, i) => bytes[MARK_AT + i] === byte);
}

/** As `hasPreamble`, of a file; false for whatever cannot be opened. */
export async function isDicomFile(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return false;
  try {
    const { buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return hasPreamble(buffer);
  } catch {
    // A folder, say.
    return false;
  } finally {
    await file.close();
  }
}
