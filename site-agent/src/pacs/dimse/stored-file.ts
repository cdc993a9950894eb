import { readFile } from 'node:fs/promises';
import { SiteError } from '../../errors.js';
import { readFileMeta, type FileMeta } from '../part10.js';
import { CStoreRequest, Dataset } from './library.js';

/** A data set that is sent as its bytes are, which the library would otherwise write anew. */
class StoredDataset extends Dataset {
  constructor(
    meta: FileMeta,
    private readonly bytes: Buffer,
  ) {
    super({ SOPClassUID: meta.sopClassUid, SOPInstanceUID: meta.sopUid }, meta.transferSyntaxUid);
  }

  override getDenaturalizedDataset(): Buffer {
    return this.bytes;
  }
}

/** A DICOM file that can be sent. */
export interface StoredFile {
  readonly meta: FileMeta;
  readonly request: InstanceType<typeof CStoreRequest>;
}

/** @throws SiteError `bad-usage` if it is not a DICOM file. */
export async function storedFile(path: string): Promise<StoredFile> {
  const bytes = await readFile(path);
  const meta = readFileMeta(bytes);
  if (meta === null)
    throw new SiteError('bad-usage', `${path} is not a DICOM file with a head (PS3.10): it was not stored`);
  const dataset = bytes.subarray(meta.datasetOffset);
  // Fragments have even lengths (PS3.8, annex E.2). Only a deflated data set may be odd, and takes a zero byte after it
  // (PS3.5, annex A.5).
  const even = dataset.length % 2 === 0 ? dataset : Buffer.concat([dataset, Buffer.alloc(1)]);
  return { meta, request: new CStoreRequest(new StoredDataset(meta, even)) };
}
