/**
 * Otsu's threshold: the level t that maximizes the between-class variance of {v <= t} and {v > t}.
 * @param image - 8-bit grey values in any order.
 * @returns t in [0, 255]; the only level there is for an even image.
 * @see Otsu, IEEE Trans. SMC 9 (1979) 62-66.
 */
export function otsuThreshold(image: Uint8Array): number {
  const counts = new Float64Array(256);
  let total = 0;
  for (const value of image) {
    counts[value]++;
    total += value;
  }
  let best = image.length > 0 ? image[0] : 0;
  let bestVariance = 0;
  let lowCount = 0;
  let lowSum = 0;
  for (let level = 0; level < 256; level++) {
    lowCount += counts[level];
    lowSum += level * counts[level];
    const highCount = image.length - lowCount;
    if (lowCount === 0 || highCount === 0) continue;
    const variance = lowCount * highCount * (lowSum / lowCount - (total - lowSum) / highCount) ** 2;
    if (variance > bestVariance) {
      bestVariance = variance;
      best = level;
    }
  }
  return best;
}
