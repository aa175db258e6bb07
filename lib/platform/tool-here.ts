import { browser } from './browser.ts';

/** What made a file. */
export type Tool = { name: string; version: string };

/** The extension, by the name and version of its manifest. */
export function toolHere(): Tool {
  const { name, version } = browser.runtime.getManifest();
  return { name, version };
}
