import { shuffled, type Balance, type Rng } from '@mammofed/core';

/** What an order is balanced by; see Balance of libs/core. */
export interface ExampleClasses {
  readonly kind: Balance['kind'];
  /** The class of each example. */
  readonly classOf: readonly string[];
  readonly strength: number;
}

interface ExampleClass {
  readonly name: string;
  /** Indices of its examples. */
  readonly members: readonly number[];
  /** Of an epoch; those of all classes are 1 together. */
  readonly share: number;
}

/**
 * The classes in the order of their first examples, each with its share of an epoch: with n examples of the class,
 * n^(1 − strength) over the sum of that over all classes.
 * @see the sampling strategies of arXiv:1910.09217, whose q is 1 − strength.
 */
function sharesOf({ classOf, strength }: ExampleClasses): ExampleClass[] {
  const members = new Map<string, number[]>();
  classOf.forEach((name, i) => {
    const own = members.get(name);
    if (own === undefined) members.set(name, [i]);
    else own.push(i);
  });
  const parts = [...members].map(([name, own]) => ({ name, members: own, part: own.length ** (1 - strength) }));
  const whole = parts.reduce((sum, { part }) => sum + part, 0);
  return parts.map(({ part, ...one }) => ({ ...one, share: part / whole }));
}

/**
 * The orders in which a round's epochs take their examples, epoch after epoch, without chance where it can be helped:
 * - how many places of an epoch a class gets is drawn by systematic sampling: its share of them, rounded up or down;
 * - a class deals its examples from a shuffled deck, and shuffles all of them anew once it is empty: at any time, none of a
 *   class was taken more than once more often than another.
 *
 * @param placeCount - of an epoch.
 * @returns gives the next epoch's order.
 * @see W. G. Madow, On the theory of systematic sampling, II, Ann. Math. Statist. 20 (1949) 333–354.
 */
export function balancedOrders(rng: Rng, classes: ExampleClasses, placeCount: number): () => number[] {
  const dealt = sharesOf(classes).map(({ members, share }) => ({ share, deal: deckOf(rng, members) }));
  return () => {
    const start = rng.next();
    const order: number[] = [];
    let shares = 0;
    dealt.forEach(({ share, deal }, i) => {
      shares += share;
      // Rounded sums of shares need not end at 1.
      const end = i === dealt.length - 1 ? placeCount : placeCount * shares;
      while (order.length < Math.floor(start + end)) order.push(deal());
    });
    return shuffled(rng, order);
  };
}

function deckOf(rng: Rng, members: readonly number[]): () => number {
  let deck: number[] = [];
  return () => {
    if (deck.length === 0) deck = shuffled(rng, members);
    return deck.pop() as number;
  };
}

/** What a balance makes of the site's images, in words for its people. */
export function balanceText(classes: ExampleClasses, placeCount: number): string {
  const { kind } = classes;
  const all = sharesOf(classes);
  if (all.length === 1) return `balance by ${kind}: every image is ${all[0]?.name}, so that all are taken alike`;
  const parts = all.map(({ name, members, share }) => {
    const times = (placeCount * share) / members.length;
    return `${members.length} ${name}, each ${times < 10 ? times.toPrecision(2) : Math.round(times)} times an epoch`;
  });
  return `balance by ${kind}, training images: ${parts.join('; ')}`;
}
