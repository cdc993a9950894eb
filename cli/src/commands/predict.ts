import { extname, resolve } from 'node:path';
import { ImagingError, LAYOUTS, parseBox, type Box } from '@mammofed/imaging';
import type { Arguments, Command } from '../command-line.js';
import { productVersion } from '../version.js';
import { predictionLines, type PredictionResult } from '../workbench/prediction-text.js';
import { WHOLE_OPTIONS, wholeFrom } from './whole-mammogram.js';
import { workWithModel } from './work-with-model.js';
import { JSON_OPTION } from './common-options.js';
import { LAYOUT_OPTION, layoutFrom } from './layout-option.js';
import { DESCRIPTION_OPTIONS, FORCE_OPTION, MODEL_NAMING, STORE_DIR, THREADS_OPTION } from './model-options.js';

export const predictCommand: Command = {
  words: ['predict'],
  summary: 'outlines the mass in images that a model has never seen',
  details: `For every image it writes a mask at the image's own size and an overlay. The network looks at one region: around the reference mask if there is one, else --box, else the columns box_x, box_y, box_w and box_h of index.csv, else the whole image; the output says which. A broken image is named and the others go on; the exit code is 1 then. Research software: no diagnosis. ${MODEL_NAMING}`,
  positionals: [],
  options: {
    model: { value: 'M', about: 'the model' },
    in: { value: 'PATH', about: 'an image (PNG, JPEG, PGM, DICOM), or a folder of them' },
    out: {
      value: 'DIR',
      about:
        'folder for NAME-mask.png and NAME-overlay.png; of DICOM images also NAME-segmentation.dcm and NAME-overlay.dcm',
    },
    layout: {
      ...LAYOUT_OPTION,
      about: `how the folder is laid out: ${LAYOUTS.join(', ')} (default: images/ and masks/, or images alone)`,
    },
    ...WHOLE_OPTIONS,
    box: { value: 'X,Y,W,H', about: "the region in the image's pixels, from its top left corner" },
    dir: STORE_DIR,
    force: FORCE_OPTION,
    ...DESCRIPTION_OPTIONS,
    threads: THREADS_OPTION,
    json: JSON_OPTION,
  },
  needed: ['model', 'in', 'out'],
  examples: [
    'mammofed predict --model 6c6157 --dir ./coordinator --in ./mammograms --out ./predictions',
    'mammofed predict --model ./model.safetensors --in scan.png --box 310,220,120,140 --out ./predictions',
  ],
  async run(args, screen) {
    const out = args.needed('out');
    if (/^\.(png|jpg|jpeg|pgm)$/i.test(extname(out)))
      args.refuse(`writes several files: --out is a folder, and '${out}' looks like an image`);
    const whole = wholeFrom(args);
    if (whole !== null && args.text('box') !== undefined)
      args.refuse('takes either --box or --whole-mammogram: a box is where the network looks, and nowhere else');
    const job = {
      kind: 'predict' as const,
      in: resolve(args.needed('in')),
      ...layoutFrom(args),
      out: resolve(out),
      box: boxOf(args),
      whole,
      version: productVersion(),
    };
    return workWithModel<PredictionResult>(args, screen, job, predictionLines);
  },
};

function boxOf(args: Arguments): Box | null {
  const text = args.text('box');
  if (text === undefined) return null;
  try {
    return parseBox(text);
  } catch (error) {
    if (!(error instanceof ImagingError)) throw error;
    return args.refuse(`takes four whole numbers for --box, X,Y,W,H with W and H above 0, not '${text}'`);
  }
}
