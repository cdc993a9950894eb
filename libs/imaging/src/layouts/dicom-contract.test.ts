import { dicomFile, MAMMOGRAM, segmentationOf } from '../dicom/dicom-file.test-support.js';
import { put } from './generated-images.test-support.js';
import { keepsTheLayoutContract } from './layout-contract.test-support.js';

const FILES = ['p1/a.dcm', 'p1/b.dcm', 'p2/c.dcm', 'p3/d.dcm'];

keepsTheLayoutContract({
  layout: 'dicom',
  write: async (dir) => {
    for (const [i, file] of FILES.entries()) {
      const uid = `1.2.3.${10 + i}`;
      await put(dir, file, dicomFile({ ...MAMMOGRAM, '00080018 UI': uid, '00100020 LO': file.slice(0, 2) }));
    }
    await put(dir, 'p1/seg.dcm', dicomFile(segmentationOf('1.2.3.10', [{ label: 'Mass', bits: '01100000' }])));
  },
  samePatient: ['p1/a.dcm', 'p1/b.dcm'],
  pixelFiles: FILES,
  spoil: (bytes) => bytes.subarray(0, -4),
  filesOfFirst: ['p1/a.dcm', 'p1/seg.dcm'],
  markedOfFirst: 2,
});
