import type { Tool } from '../export/tool.ts';
import { browser } from './browser.ts';

/** The name and version of this extension, from its manifest. */
export function thisExtension(): Tool {
  const { name, version } = browser.runtime.getManifest();
  return { name, version };
}
