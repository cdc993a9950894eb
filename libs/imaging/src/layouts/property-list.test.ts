import { describe, expect, it } from '@jest/globals';
import { parsePropertyList } from './property-list.js';

const plist = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">\n${content}\n</plist>\n`;

describe('parsePropertyList', () => {
  it('reads every kind of value', () => {
    const text = plist(`<dict><!-- what is drawn -->
      <key>a &amp; b</key><array><integer>-3</integer><real>1.5e2</real><true/><false/><array/></array>
      <key>__proto__</key><string>&lt;&#65;&#x42;></string><key>when</key><date>2020-01-01T00:00:00Z</date>
      <key>none</key><dict></dict><key>empty</key><string/></dict>`);
    expect(parsePropertyList(text)).toEqual(
      new Map<string, unknown>([
        ['a & b', [-3, 150, true, false, []]],
        ['__proto__', '<AB>'],
        ['when', '2020-01-01T00:00:00Z'],
        ['none', new Map()],
        ['empty', ''],
      ]),
    );
  });

  it.each([
    ['nothing', ''],
    ['text alone', 'no plist'],
    ['no end', plist('<dict>').replace('</plist>', '')],
    ['an end too many', plist('<true/></true>')],
    ['elements that cross', plist('<array><dict></array></dict>')],
    ['a value without a key', plist('<dict><true/></dict>')],
    ['a key without a value', plist('<dict><key>a</key></dict>')],
    ['two keys for a value', plist('<dict><key>a</key><key>b</key><true/></dict>')],
    ['a key in a list', plist('<array><key>a</key></array>')],
    ['a value in a string', plist('<string><true/></string>')],
    ['two values', plist('<true/><true/>')],
    ['another element', plist('<script>x</script>')],
    ['an entity of its own', plist('<string>&a;</string>')],
    ['declared entities', plist('<true/>').replace('.dtd">', '.dtd" [<!ENTITY a "b">]>')],
    ['lists in lists without end', plist('<array>'.repeat(100_000))],
    ['a tag that never ends', plist('<array'.repeat(100_000))],
    ['a comment that never ends', plist('<!--'.repeat(100_000))],
  ])('refuses %s', (_, text) => {
    expect(() => parsePropertyList(text)).toThrow();
  });
});
