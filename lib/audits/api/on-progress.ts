/** Called as work goes on, with the steps done and how many there are; null where that is not known. */
export type OnProgress = (done: number, all: number | null) => void;
