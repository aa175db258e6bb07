import type { Tool } from '../export/tool.ts';
import { browser } from './browser.ts';

/** The extension, by the name and version of its manifest. */
export function thisExtension(): Tool {
  const { name, version } = browser.runtime.getManifest();
  return { name, version };
}
