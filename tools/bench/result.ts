/** One measurement, printed as one line of JSON with all that is needed to read it. */
export type Result = {
  bench: string;
  [detail: string]: unknown;
  /** What the measurement is held to, where it is: the figure named may be `atMost` so much. */
  target?: { figure: string; value: number; atMost: number; met: boolean };
};

/** A target and whether a figure meets it. */
export function target(figure: string, value: number, atMost: number): NonNullable<Result['target']> {
  return { figure, value: round(value), atMost, met: value <= atMost };
}

/** A value with three significant digits: what repeated measurements bear. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** The same for every number of an object. */
export function rounded<Values extends Record<string, number>>(values: Values): Record<keyof Values, number>;
export function rounded(values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)]));
}
