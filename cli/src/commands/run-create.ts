import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, decodeModelFile, elementCount, OWN_MODEL, type RunConfig } from '@mammofed/core';
import { applicationFile } from '../applications.js';
import type { Command } from '../command-line.js';
import { runSignature, SIGNER_OPTIONS } from '../consortium/run-signature.js';
import { printOf } from '../consortium/signer-text.js';
import { CoordinatorClient } from '../coordinator-client.js';
import { CliError } from '../errors.js';
import { bytesText } from '../formats.js';
import { privacyForecastLines } from '../patient-privacy.js';
import { RUN_OPTIONS, runConfigFrom } from '../run-settings.js';
import { siteForecastLines } from '../site-privacy.js';
import { COORDINATOR_DIR, JSON_OPTION } from './common-options.js';

export const runCreateCommand: Command = {
  words: ['run', 'create'],
  summary: "describes a run and gives it round 0's weights; it begins with `run start`",
  positionals: [],
  options: { dir: COORDINATOR_DIR, ...RUN_OPTIONS, ...SIGNER_OPTIONS, json: JSON_OPTION },
  needed: ['dir'],
  examples: [
    'mammofed run create --dir ./coordinator --study masses --rounds 20 --min-sites 3',
    'mammofed run create --dir ./coordinator --width 1/32 --size 64 --seed 7 --json',
    'mammofed run create --dir ./coordinator --optimizer sgd --learning-rate 0.01 --clip-norm 1 --loss dice+cross-entropy --proximal 0.01',
    'mammofed run create --dir ./coordinator --model ./my-network/model.json',
    'mammofed run create --dir ./coordinator --mode secure --ring-bits 24 --min-sites 5 --threshold 5',
    'mammofed run create --dir ./coordinator --study masses --signer ./signer',
  ],
  async run(args, screen) {
    const dir = args.needed('dir');
    const config = runConfigFrom(args);
    const client = await CoordinatorClient.open(dir);
    // Asked before the weights are made, which takes a while for a large network.
    await client.sites();
    const signature = await runSignature(args, config, client);
    const weights = await initialWeights(config);
    const forecast = [...privacyForecastLines(config), ...siteForecastLines(config, parameterCount(weights))];
    const model = await client.uploadModel(weights);
    const { runId } = await client.createRun(config, model.sha256, signature);
    if (args.isSet('json')) {
      screen.print(JSON.stringify({ runId }));
      return 0;
    }
    const { study, seed, rounds, quorum } = config;
    screen.print(
      `Run ${runId} is described: study ${study}, seed ${seed}, ${rounds} rounds, ${quorum.minSites} to ${quorum.maxSites} sites, mode ${config.mode}.`,
    );
    for (const line of forecast) screen.print(line);
    screen.print(`Its initial model has ${bytesText(model.byteLength)} and the hash ${model.sha256}.`);
    if (signature !== null) screen.print(`It is signed by ${printOf(signature.signer)}.`);
    screen.print('Each site takes part once its operator approved the study: run show says who has not.');
    screen.print(`Begin with: mammofed run start ${runId} --dir ${dir}`);
    return 0;
  },
};

/** Round 0's weights, a safetensors file, made by a child process: training code is never loaded here. */
async function initialWeights({
  model,
  seed,
  study,
  training,
  preprocessing,
}: RunConfig): Promise<Uint8Array<ArrayBuffer>> {
  const dir = await mkdtemp(join(tmpdir(), 'mammofed-initial-'));
  try {
    const file = join(dir, 'model.safetensors');
    const { name, width, size } = model;
    const options = {
      model: name,
      width,
      size,
      ...(model.name === OWN_MODEL ? { topology: canonicalJson(model.topology) } : {}),
      seed,
      study,
      margin: preprocessing.marginFraction,
      window: JSON.stringify(preprocessing.window),
      'batch-size': training.batchSize,
      out: file,
    };
    await runToItsEnd(
      applicationFile('initial model'),
      Object.entries(options).flatMap(([option, value]) => [`--${option}`, String(value)]),
    );
    return await readFile(file);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function parameterCount(weights: Uint8Array): number {
  return decodeModelFile(weights).tensors.reduce((sum, { shape }) => sum + elementCount(shape), 0);
}

function runToItsEnd(file: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    const fail = (how: string): void =>
      reject(
        new CliError(
          'process-failed',
          `The initial model could not be made: its process ${how}. Its own words are above.`,
        ),
      );
    child.on('error', (error) => fail(`could not be started (${error.message})`));
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else fail(signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`);
    });
  });
}
