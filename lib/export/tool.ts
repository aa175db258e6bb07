/** The name and version of the program that made a file. */
export type Tool = { name: string; version: string };
