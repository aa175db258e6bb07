/** Called during work. `done`: steps done; `all`: their total number, null where it is not known. */
export type OnProgress = (done: number, all: number | null) => void;
