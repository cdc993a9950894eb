import { beforeAll, describe, expect, it } from '@jest/globals';
import { siteId, type SiteId } from '@mammofed/core';
import { split } from 'shamir-secret-sharing';
import { equalBytes, sodiumReady } from '../sodium.js';
import { recoverSecret, type HeldShare, type RecoveredSecret } from './recover-secret.js';

beforeAll(sodiumReady);

const SECRET = new Uint8Array(32).map((_, i) => 7 * i + 1);
const matches = (secret: Uint8Array): boolean => equalBytes(secret, SECRET);

async function dealt(count: number, threshold: number): Promise<HeldShare[]> {
  const shares = await split(SECRET, count, threshold);
  return shares.map((share, i) => ({ holder: siteId(`site-${i}`), share }));
}

/** The product in GF(2⁸) with x⁸ + x⁴ + x³ + x + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) {
    if ((b >> bit) & 1) product ^= a;
    a = (a << 1) ^ (a & 0x80 ? 0x11b : 0);
  }
  return product;
}

const pointOf = ({ share }: HeldShare): number => share[share.length - 1];

/** By what the value of `one` is multiplied when a choice is put together, but for a factor that all have. */
function weight(one: HeldShare, choice: readonly HeldShare[]): number {
  const x = pointOf(one);
  const divisor = choice
    .filter((other) => other !== one)
    .reduce((product, other) => times(product, pointOf(other) ^ x), x);
  for (let inverse = 1; inverse < 256; inverse++) if (times(divisor, inverse) === 1) return inverse;
  throw new Error('two shares have one point');
}

/** The shares with the first two of a choice altered, so that the choice gives the same secret as before. */
function cancelling(shares: readonly HeldShare[], choice: readonly HeldShare[]): HeldShare[] {
  const [a, b] = choice;
  const changes = new Map([
    [a.holder, weight(b, choice)],
    [b.holder, weight(a, choice)],
  ]);
  return shares.map(({ holder, share }) => ({
    holder,
    share: share.map((byte, i) => (i < 32 ? byte ^ (changes.get(holder) ?? 0) : byte)),
  }));
}

function* choicesOf<Item>(items: readonly Item[], count: number): Generator<Item[]> {
  if (count === 0) yield [];
  else
    for (const [i, item] of items.entries())
      for (const rest of choicesOf(items.slice(i + 1), count - 1)) yield [item, ...rest];
}

describe('a secret whose shares are wrong in part', () => {
  it.each([
    [7, 5],
    [7, 6],
  ])(
    'is recovered from %d shares, and nobody is named whose share is right, whichever cancel: threshold %d',
    async (count, threshold) => {
      const shares = await dealt(count, threshold);
      let unnamed = 0;
      for (const choice of choicesOf(shares, threshold)) {
        const found = (await recoverSecret(cancelling(shares, choice), {
          threshold,
          mostWrong: 2,
          matches,
        })) as RecoveredSecret;
        expect(matches(found.secret.reveal())).toBe(true);
        const liars: SiteId[] = choice.slice(0, 2).map(({ holder }) => holder);
        expect(liars).toEqual(expect.arrayContaining([...found.wrong]));
        const isFooled = !liars.every((liar) => found.order.slice(threshold).includes(liar));
        if (isFooled && found.wrong.length === 0) unnamed++;
      }
      // Both cases were met: where the liars' polynomial was found first, and where the right one was.
      expect(unnamed).toBeGreaterThan(0);
    },
  );

  it('names one of seven holders, and two where no third of the holders may be wrong', async () => {
    const shares = await dealt(7, 5);
    const wrong = (share: HeldShare, i: number, from: readonly number[]): HeldShare =>
      from.includes(i) ? { ...share, share: share.share.map((byte, k) => (k === 3 ? byte ^ 1 : byte)) } : share;
    const named = async (from: readonly number[], mostWrong: number): Promise<readonly SiteId[] | undefined> =>
      (
        await recoverSecret(
          shares.map((share, i) => wrong(share, i, from)),
          { threshold: 5, mostWrong, matches },
        )
      )?.wrong;
    expect(await named([2], 2)).toEqual(['site-2']);
    expect((await named([0, 2], 1))?.toSorted()).toEqual(['site-0', 'site-2']);
    expect(await named([0, 2], 2)).toEqual([]);
  });

  it('is given up with too few shares, or with a wrong one and none to spare', async () => {
    const [first, ...others] = await dealt(3, 3);
    const altered = { ...first, share: first.share.map((byte, i) => (i === 0 ? byte ^ 1 : byte)) };
    const recovered = (shares: readonly HeldShare[]): Promise<RecoveredSecret | null> =>
      recoverSecret(shares, { threshold: 3, mostWrong: 1, matches });
    expect(await recovered([altered, ...others])).toBeNull();
    expect(await recovered(others)).toBeNull();
    expect(await recovered([first, ...others])).not.toBeNull();
  });
});
