import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Arguments, Command } from '../command-line.js';
import { writeReport, type ReportPaths } from '../evaluation-report/write-report.js';
import { evaluationLines, type EvaluationResult } from '../workbench/evaluation-text.js';
import { wholeEvaluationLines, type WholeEvaluationResult } from '../workbench/whole-evaluation-text.js';
import { freeFile } from '../workbench/free-file.js';
import { WHOLE_OPTIONS, wholeFrom } from './whole-mammogram.js';
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
    out: {
      value: 'DIR',
      about: 'folder for evaluation.json, images.csv, overlays/, overlays.svg and bland-altman.svg',
    },
    report: { value: 'FILE', about: 'writes a report with tables and figures, one HTML file' },
    pdf: { value: 'FILE', about: 'the same printed, by a Chromium, Chrome or Edge that is installed here' },
    browser: { value: 'FILE', about: 'the browser that prints (default: the first that is found)' },
    force: FORCE_OPTION,
    ...DESCRIPTION_OPTIONS,
    ...WHOLE_OPTIONS,
    'tolerance-mm': { value: 'T', about: 'tolerance of the surface Dice where the spacing is known (default 2)' },
    'tolerance-px': { value: 'T', about: "tolerance where it is not, in the image's pixels (default 2)" },
    threads: THREADS_OPTION,
    json: JSON_OPTION,
  },
  needed: ['model', 'data'],
  examples: [
    'mammofed evaluate --model 6c6157 --dir ./coordinator --data ./mammograms --out ./evaluation',
    'mammofed evaluate --model ./model.safetensors --data ./mammograms --report evaluation.html --pdf evaluation.pdf',
    'mammofed evaluate --model ./model.safetensors --data ./mammograms --part all --json | jq .dice',
    'mammofed evaluate --model ./model.safetensors --data ./mammograms --whole-mammogram --threshold 0.9',
  ],
  async run(args, screen) {
    const part = PARTS.find((one) => one === (args.text('part') ?? 'test'));
    if (part === undefined)
      return args.refuse(`takes one of ${PARTS.join(', ')} for --part, not '${args.text('part')}'`);
    const common = {
      data: resolve(args.needed('data')),
      ...layoutFrom(args),
      part,
      tolerances: { mm: toleranceOf(args, 'tolerance-mm'), px: toleranceOf(args, 'tolerance-px') },
    };
    const whole = wholeFrom(args);
    if (whole !== null) {
      const files = ['out', 'report', 'pdf'].find((option) => args.text(option) !== undefined);
      if (files !== undefined)
        return args.refuse(`writes no files of whole mammograms: --${files} is for regions; take --json`);
      const job = { kind: 'evaluate-whole' as const, ...common, whole };
      return workWithModel<WholeEvaluationResult>(args, screen, job, wholeEvaluationLines);
    }
    const paths = await reportPaths(args);
    // Pictures for the report come out of the evaluation's folder; without --out it has one of its own for a while.
    const passing = isReported(paths) && args.text('out') === undefined ? await passingFolder() : null;
    const out = args.text('out') ?? passing;
    const job = {
      kind: 'evaluate' as const,
      ...common,
      out: out === null ? null : resolve(out),
    };
    try {
      return await workWithModel<EvaluationResult>(args, screen, job, evaluationLines, async (result) => {
        if (result.out !== null) await writeReport(result, result.out.dir, paths);
        const { report, pdf } = paths;
        return { ...result, out: passing === null ? result.out : null, report, pdf };
      });
    } finally {
      if (passing !== null) await rm(passing, { recursive: true, force: true });
    }
  },
};

function isReported({ report, pdf }: ReportPaths): boolean {
  return report !== null || pdf !== null;
}

/** Readable by its owner alone. */
function passingFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'mammofed-evaluation-'));
}

/** @throws CliError `output-exists` before the work, not after it. */
async function reportPaths(args: Arguments): Promise<ReportPaths> {
  const free = async (option: 'report' | 'pdf'): Promise<string | null> => {
    const name = args.text(option);
    return name === undefined ? null : freeFile(name, args.isSet('force'), `--${option}`);
  };
  const browser = args.text('browser') ?? null;
  return { report: await free('report'), pdf: await free('pdf'), browser };
}

/** A mass is outlined to some millimetres; the tolerance is a convention, and every output says it. */
const USUAL_TOLERANCE = 2;

function toleranceOf(args: Arguments, option: 'tolerance-mm' | 'tolerance-px'): number {
  const text = args.text(option);
  if (text === undefined) return USUAL_TOLERANCE;
  return /^\d{1,4}(\.\d{1,6})?$/.test(text)
    ? Number(text)
    : args.refuse(`takes a distance from 0 for --${option}, not '${text}'`);
}
