/** What made a file: its name and version. */
export type Tool = { name: string; version: string };
