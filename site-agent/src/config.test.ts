import { describe, expect, it } from '@jest/globals';
import { checkedConfig, parseConfig } from './config.js';
import { exitCodeOf, SiteError } from './errors.js';
import { testSiteConfig } from './fixtures.test-support.js';

function problemOf(value: unknown): SiteError {
  try {
    checkedConfig(value, 'site.json');
  } catch (error) {
    return error as SiteError;
  }
  throw new Error('the configuration was taken');
}

describe('site.json', () => {
  it('is taken when it is sound', () => {
    expect(parseConfig(JSON.stringify(testSiteConfig()), 'site.json')).toEqual(testSiteConfig());
  });

  it('is refused with every problem at once, a setting that does not exist included', () => {
    const config = testSiteConfig();
    const error = problemOf({
      ...config,
      coordinator: { ...config.coordinator, key: 'abc' },
      engine: { threads: 0, name: 'abacus' },
      surprise: 1,
    });
    expect(error.code).toBe('bad-configuration');
    for (const word of ['coordinator.key', 'engine.threads', 'engine.name', 'surprise']) {
      expect(error.message).toContain(word);
    }
    expect(exitCodeOf(error)).toBe(2);
  });

  it('leaves the choice of the engine to the agent if it says nothing of it, as an older one', () => {
    const { engine } = checkedConfig({ ...testSiteConfig(), engine: { threads: 3 } }, 'site.json');
    expect(engine).toEqual({ threads: 3, name: 'auto' });
  });

  it('is refused when it is not JSON', () => {
    expect(() => parseConfig('{', 'site.json')).toThrow(expect.objectContaining({ code: 'bad-configuration' }));
  });

  it('connects by http or https and in no other way', () => {
    const config = testSiteConfig();
    const error = problemOf({ ...config, coordinator: { ...config.coordinator, url: 'file:///etc/passwd' } });
    expect(error.code).toBe('bad-configuration');
  });
});
