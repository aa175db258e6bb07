/**
 * The folders of the project, from top to bottom, and what each may import. A folder is ruled by the row of the nearest folder
 * above it. Imports point down only; siblings meet in types that stand below both (docs/architecture.md).
 */
export type Layer = {
  /** Folders of the project, itself included. */
  folders: readonly string[];
  /** Packages by name. `node:` stands for all modules of Node. */
  packages: readonly string[];
  /** Folders of which types alone may be imported. */
  types?: readonly string[];
};

const core = ['lib/icp'];
const schemas = ['lib/schemas'];
const checks = [...core, 'lib/checks'];
const audits = [...checks, 'lib/addresses', 'lib/audits'];
const store = [...audits, 'lib/store'];
const texts = [...store, 'lib/texts'];
const exports = [...texts, ...schemas, 'lib/export'];
const jobs = [...exports, 'lib/jobs'];
const messages = [...audits, ...schemas, 'lib/scan', 'lib/messages'];
const browser = [...jobs, ...messages, 'lib/browser'];
const words = [...audits, 'lib/texts'];
const node = ['node:', '@playwright/test'];

export const layers: Record<string, Layer> = {
  entrypoints: {
    folders: ['entrypoints', 'components', 'lib'],
    packages: ['preact', '#imports'],
  },
  'components/workspace': {
    folders: ['components/workspace', 'components/report', 'components/shared', ...words],
    packages: ['preact', 'preact/hooks', '@tanstack/virtual-core'],
  },
  'components/popup': {
    folders: ['components/popup', 'components/report', 'components/shared', ...words],
    packages: ['preact', 'preact/hooks'],
  },
  'components/screenshot-window': { folders: ['components/screenshot-window', ...words], packages: ['preact'] },
  'components/report': {
    folders: ['components/report', 'components/shared', ...words],
    packages: ['preact', 'preact/hooks'],
  },
  'components/shared': { folders: ['components/shared', ...words], packages: ['preact', 'preact/hooks'] },
  'lib/pages': { folders: [...browser, 'lib/pages'], packages: [] },
  'lib/browser': { folders: browser, packages: ['webextension-polyfill', 'wxt/browser', 'zod/mini'] },
  'lib/messages': { folders: messages, packages: ['zod/mini'] },
  'lib/jobs': { folders: jobs, packages: ['zod/mini'] },
  'lib/export': { folders: exports, packages: ['@cj-tech-master/excelts', 'papaparse', 'zod/mini'] },
  'lib/texts': { folders: [...texts, 'public/_locales'], packages: [] },
  'lib/store': { folders: store, packages: ['idb', 'fake-indexeddb'] },
  'lib/audits': { folders: audits, packages: ['tldts'] },
  'lib/checks': { folders: checks, packages: [] },
  'lib/addresses': { folders: ['lib/addresses'], packages: ['papaparse', 'tldts'] },
  'lib/scan': { folders: ['lib/scan', ...core], packages: [] },
  'lib/schemas': { folders: schemas, packages: ['zod/mini'] },
  'lib/icp': { folders: core, packages: [] },
  cli: {
    folders: ['cli', ...jobs, ...messages],
    packages: [...node, '@crawlee/playwright', 'cli-table3', 'wxt', 'zod/mini'],
    types: ['wxt/browser'],
  },
  tools: {
    folders: ['tools', 'cli', 'lib', 'tests/support', 'public'],
    packages: [...node, 'typescript', 'vite', 'wxt', 'zod/mini'],
    types: ['wxt/browser'],
  },
  tests: {
    folders: ['tests', 'tools', 'cli', 'components', 'entrypoints', 'lib', 'public'],
    packages: [
      ...node,
      'typescript',
      'vitest',
      'ajv/dist/2020.js',
      'axe-core',
      'csv-parse/sync',
      'fast-png',
      'puppeteer-core',
      'read-excel-file/node',
      'wxt',
    ],
    types: ['wxt/browser'],
  },
};
