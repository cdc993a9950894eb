import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCodedError, OWN_MODEL, readOwnModel } from '@mammofed/core';
import { networkMetadata } from './exported-metadata.js';
import { complete, describeModel, fraction, greyWindow, specOf } from './model-metadata.js';

const METADATA = {
  model: 'deconvnet',
  width: '0.25',
  size: '150',
  study: 'masses',
  marginFraction: '0.1',
  window: '{"kind":"level","level":2048,"width":4096}',
  batchSize: '8',
};

function refusal(work: () => unknown): { code: string; message: string } {
  try {
    work();
  } catch (error) {
    if (isCodedError(error)) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what a model says of its training', () => {
  it('is read from its metadata, and typed words go before', () => {
    expect(describeModel(METADATA)).toEqual({
      name: 'deconvnet',
      topology: null,
      width: 0.25,
      size: 150,
      study: 'masses',
      marginFraction: 0.1,
      window: { kind: 'level', level: 2048, width: 4096 },
      batchSize: 8,
    });
    expect(describeModel(METADATA, { study: 'others', window: { kind: 'percentiles' } })).toMatchObject({
      study: 'others',
      window: { kind: 'percentiles' },
      size: 150,
    });
  });

  it('may be missing: the refusal names the options that say it, and those alone', () => {
    const old = describeModel({ model: 'unet', width: '1', size: '160', seed: '1', round: '3' });
    expect(complete(old, ['name', 'width', 'size', 'batchSize'])).toMatchObject({ name: 'unet', batchSize: 4 });
    const { code, message } = refusal(() => complete(old, ['name', 'study', 'marginFraction', 'window']));
    expect(code).toBe('missing-model-metadata');
    expect(message).toMatch(/Say it with --study NAME --margin F --window percentiles\|header\|LEVEL\/WIDTH\.$/);
  });

  it.each([
    ['model', 'resnet'],
    ['width', '0'],
    ['width', 'wide'],
    ['size', '16.5'],
    ['study', ''],
    ['marginFraction', '-0.1'],
    ['marginFraction', ' '],
    ['window', 'null'],
    ['window', '{"kind":"level","level":1}'],
    ['window', '{"kind":"level","level":1,"width":0}'],
    ['batchSize', '0'],
  ])('is refused where its %s is %j', (key, text) => {
    const { code, message } = refusal(() => describeModel({ ...METADATA, [key]: text }));
    expect(code).toBe('bad-model-metadata');
    expect(message).toContain(`metadata say ${key}`);
  });

  it('is checked when a model is made', () => {
    expect(fraction('margin', '0.1')).toBe(0.1);
    expect(greyWindow('{"kind":"percentiles"}')).toEqual({ kind: 'percentiles' });
    expect(greyWindow('{"kind":"header"}')).toEqual({ kind: 'header' });
    expect(refusal(() => fraction('margin', '2')).code).toBe('bad-usage');
    expect(refusal(() => greyWindow('{"kind":"other"}')).code).toBe('bad-usage');
  });

  describe('of a study’s own network', () => {
    const file = join(import.meta.dirname, '../../../docs/examples/small-unet.json');
    const { topology } = readOwnModel(JSON.parse(readFileSync(file, 'utf8')));
    const spec = { name: OWN_MODEL, width: 1, size: 64, topology } as const;
    const metadata: Readonly<Record<string, string>> = { ...METADATA, ...networkMetadata(spec) };

    it('has its layers in it, which are read again', () => {
      expect(specOf(complete(describeModel(metadata), ['name', 'width', 'size']))).toEqual(spec);
    });

    it.each([
      ['no layers', undefined, /they do not say its layers/],
      ['text', 'layers', /is not valid JSON/],
      ['layers that are not allowed', metadata['topology']?.replace('LeakyReLU', 'Lambda'), /is a Lambda/],
    ])('is refused with %s', (_, text, says) => {
      const entries = Object.entries({ ...metadata, topology: text }).filter(([, value]) => value !== undefined);
      const changed = Object.fromEntries(entries) as Record<string, string>;
      expect(refusal(() => describeModel(changed))).toEqual({
        code: 'bad-model-metadata',
        message: expect.stringMatching(says),
      });
    });
  });
});
