/**
 * The quantile between the two nearest of the sorted numbers, in proportion (type 7 of Hyndman and Fan, The American
 * Statistician 50 (1996), 361-365; numpy's usual one).
 * @param sorted - smallest first, one at least.
 * @param fraction - 0 to 1.
 */
export function quantile(sorted: ArrayLike<number>, fraction: number): number {
  const place = fraction * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}
