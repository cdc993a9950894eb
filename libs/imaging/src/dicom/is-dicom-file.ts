import { open } from 'node:fs/promises';

const PREAMBLE_BYTES = 128;

/** Whether a file begins as DICOM files do: a preamble and the letters DICM. False for whatever cannot be opened. */
export async function isDicomFile(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, PREAMBLE_BYTES);
    return bytesRead === 4 && buffer.toString('latin1') === 'DICM';
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
