import { resolve } from 'node:path';
import type { Command } from '../command-line.js';
import { evaluationLines, type EvaluationResult } from '../workbench/evaluation-text.js';
import { workWithModel } from './work-with-model.js';
import { JSON_OPTION } from './common-options.js';
import { LAYOUT_OPTION, layoutFrom } from './layout-option.js';
import { DESCRIPTION_OPTIONS, FORCE_OPTION, MODEL_NAMING, STORE_DIR, THREADS_OPTION } from './model-options.js';

const PARTS = ['test', 'validation', 'train', 'all'] as const;

export const evaluateCommand: Command = {
  words: ['evaluate'],
  summary: 'measures a model on a folder of images with reference masks',
  details: `Nothing leaves this machine. The data are treated as the model's training treated them: study (which patients are in the test part), margin, grey window and size are in the model. ${MODEL_NAMING}`,
  positionals: [],
  options: {
    model: { value: 'M', about: 'the model' },
    data: { value: 'DIR', about: 'folder of images with reference masks' },
    layout: LAYOUT_OPTION,
    part: { value: 'PART', about: `${PARTS.join(', ')} (default test)` },
    study: { value: 'NAME', about: 'study whose split of the patients counts (default: as the model says)' },
    dir: STORE_DIR,
    out: { value: 'DIR', about: 'folder for evaluation.json, images.csv, overlays/ and bland-altman.svg' },
    force: FORCE_OPTION,
    ...DESCRIPTION_OPTIONS,
    threads: THREADS_OPTION,
    json: JSON_OPTION,
  },
  needed: ['model', 'data'],
  examples: [
    'mammofed evaluate --model 6c6157 --dir ./coordinator --data ./mammograms --out ./evaluation',
    'mammofed evaluate --model ./model.safetensors --data ./mammograms --part all --json | jq .dice',
  ],
  async run(args, screen) {
    const part = PARTS.find((one) => one === (args.text('part') ?? 'test'));
    if (part === undefined)
      return args.refuse(`takes one of ${PARTS.join(', ')} for --part, not '${args.text('part')}'`);
    const out = args.text('out');
    const job = {
      kind: 'evaluate' as const,
      data: resolve(args.needed('data')),
      ...layoutFrom(args),
      part,
      out: out === undefined ? null : resolve(out),
    };
    return workWithModel<EvaluationResult>(args, screen, job, evaluationLines);
  },
};
