import { dicomFile, MAMMOGRAM, segmentationOf } from '../dicom/dicom-file.test-support.js';
import { evenPgm, greyPng } from '../layouts/generated-images.test-support.js';
import type { Layout } from '../layouts/layout.js';
import { mammogram } from '../layouts/mammogram.test-support.js';

/** A small sound data folder; `text` are its tables and outlines, `images` its other files. */
export interface SampleFolder {
  readonly layout: Layout;
  readonly text: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, Uint8Array>>;
}

const OUTLINES = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>Images</key><array><dict><key>ImageIndex</key><integer>0</integer><key>ROIs</key><array>
<dict><key>Name</key><string>Mass</string><key>NumberOfPoints</key><integer>4</integer><key>Point_px</key><array>
<string>(3.2, 2.2)</string><string>(6.8, 2.2)</string><string>(6.8, 4.8)</string><string>(3.2, 4.8)</string></array></dict>
</array></dict></array></dict></plist>`;

const VINDR = 'study_id,series_id,image_id,laterality,view_position,height,width,breast_birads,breast_density';

const CBIS = `patient_id,breast_density,left or right breast,image view,abnormality id,abnormality type,pathology,image file path,cropped image file path,ROI mask file path
P_00001,3,LEFT,CC,1,mass,MALIGNANT,Mass-Training_P_00001_LEFT_CC/1/2/000000.dcm,Mass-Training_P_00001_LEFT_CC_1/3/4/000000.dcm,"Mass-Training_P_00001_LEFT_CC_1/3/4/000001.dcm
"
`;

/** One of each layout. */
export async function sampleFolders(): Promise<readonly SampleFolder[]> {
  const image = mammogram({ width: 20, height: 16, bits: 12, valueAt: (x, y) => 100 * x + y });
  const shape = mammogram({ width: 20, height: 16, bits: 8, valueAt: (x) => (x < 5 ? 255 : 0) });
  const crop = mammogram({ width: 5, height: 4, bits: 12, valueAt: (x) => x });
  const png = await greyPng(20, 16, (x) => x);
  const mask = await greyPng(20, 16, (x) => (x > 10 ? 255 : 0));
  const pictures = { 'images/a.png': png, 'images/b.png': png, 'masks/a.png': mask, 'masks/b.png': mask };
  return [
    { layout: 'pairs', text: { 'index.csv': 'file,patient,side\na.png,P1,L\nb.png,"P 2",R\n' }, images: pictures },
    {
      layout: 'manifest',
      text: {
        'manifest.csv':
          'image,mask,patient,density\nimages/a.png,masks/a.png,P1,b\nimages/b.png,,P2,3\nimages/c.dcm,masks/b.png,P3,\n',
      },
      images: { ...pictures, 'images/c.dcm': image },
    },
    {
      layout: 'inbreast',
      text: { 'INbreast.csv': 'Laterality;View;File Name;ACR\nL;CC;100;1\nR;MLO;200;4\n', 'AllXML/100.xml': OUTLINES },
      images: {
        'AllDICOMs/100_00000000000000aa_MG_L_CC_ANON.dcm': image,
        'AllDICOMs/200_00000000000000aa_MG_R_ML_ANON.dcm': image,
      },
    },
    {
      layout: 'cbis',
      text: { 'csv/mass_case_description_train_set.csv': CBIS },
      images: {
        'CBIS-DDSM/Mass-Training_P_00001_LEFT_CC/1/2/1-1.dcm': image,
        'CBIS-DDSM/Mass-Training_P_00001_LEFT_CC_1/3/4/1-1.dcm': crop,
        'CBIS-DDSM/Mass-Training_P_00001_LEFT_CC_1/3/4/1-2.dcm': shape,
      },
    },
    {
      layout: 'vindr',
      text: {
        'finding_annotations.csv': `${VINDR},finding_categories,xmin,ymin,xmax,ymax\ns1,x,i1,L,CC,16,20,BI-RADS 4,DENSITY C,"['Mass', 'Asymmetry']",3.5,2,6,4\n`,
        'breast-level_annotations.csv': `${VINDR},split\ns1,x,i1,L,CC,16,20,BI-RADS 4,DENSITY C,training\n`,
      },
      images: { 'images/s1/i1.dicom': image },
    },
    {
      layout: 'mias',
      text: { 'Info.txt': 'mdb001 G CIRC B 535 425 10\nmdb002 F NORM\n' },
      images: { 'mdb001.pgm': evenPgm(1024, 1024, 3) },
    },
    {
      layout: 'dicom',
      text: {},
      images: {
        'a.dcm': dicomFile(MAMMOGRAM),
        'a-seg.dcm': dicomFile(segmentationOf('1.2.3.4', [{ label: 'Mass', bits: '11000000' }])),
        'a-rt.dcm': dicomFile({
          '00080016 UI': '1.2.840.10008.5.1.4.1.1.481.3',
          '00080018 UI': '1.2.3.5',
          '00080060 CS': 'RTSTRUCT',
          '00100020 LO': 'patient-1',
          '30060020 SQ': [{ '30060022 IS': '1', '30060026 LO': 'Mass' }],
          '30060039 SQ': [
            {
              '30060084 IS': '1',
              '30060040 SQ': [
                {
                  '30060016 SQ': [{ '00081155 UI': '1.2.3.4' }],
                  '30060042 CS': 'CLOSED_PLANAR',
                  '30060046 IS': '3',
                  '30060050 DS': '0\\0\\0\\1\\0\\0\\1\\1\\0',
                },
              ],
            },
          ],
        }),
      },
    },
  ];
}
