import { describe, expect, it } from '@jest/globals';
import { isCodedError } from '@mammofed/core';
import { complete, describeModel, fraction, greyWindow } from './model-metadata.js';

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
    expect(message).toMatch(/Say it with --study NAME --margin F --window percentiles\|LEVEL\/WIDTH\.$/);
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
    expect(refusal(() => fraction('margin', '2')).code).toBe('bad-usage');
    expect(refusal(() => greyWindow('{"kind":"other"}')).code).toBe('bad-usage');
  });
});
