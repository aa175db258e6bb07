/** What repeated measurements came to. */
export type Spread = { median: number; lowest: number; highest: number; samples: number };

/** The median of some values, and how far apart they lie. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
  return {
    median,
    lowest: sorted[0] ?? Number.NaN,
    highest: sorted.at(-1) ?? Number.NaN,
    samples: sorted.length,
  };
}

/**
 * The exponent of growth: the slope of the straight line that fits the points best on logarithmic scales. Time that doubles
 * with the size gives 1, time that grows with its square gives 2.
 */
export function growthOf(points: readonly { size: number; time: number }[]): number {
  const logs = points.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) }));
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length;
  const rise = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return rise / logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}
