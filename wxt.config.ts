import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

const pageLife = fileURLToPath(new URL('./lib/browser/content-script-context.ts', import.meta.url));

/**
 * What every page gets is to be small. Terser, before Vite's own minifier, makes the content script 200 bytes smaller after
 * gzip, and takes longer than for the rest would be worth. While developing, nothing is minified.
 */
const small = (browser: string): Plugin => ({
  name: 'small-content-script',
  apply: (config) => config.build?.minify !== false,
  renderChunk: async (code, { fileName }) => {
    if (!fileName.startsWith('content-scripts/')) return null;
    // In Chrome the browser's API is `chrome`; WXT looks for the other name first.
    const known = browser === 'chrome' ? { 'globalThis.browser': undefined } : {};
    const minified = await minify(code, {
      compress: { passes: 3, hoist_funs: true, toplevel: true, global_defs: known },
    });
    return minified.code ?? null;
  },
});

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: ({ browser }) => ({
    // See the module's header for the reasons.
    resolve: { alias: { 'wxt/utils/content-script-context': pageLife } },
    plugins: [small(browser)],
  }),
  hooks: {
    // Chromium takes no permission back that one of these patterns covers, so none may cover that of `server-permission.ts`.
    // The script itself names both protocols in one pattern, which is shorter.
    'build:manifestGenerated': (_, { content_scripts: scripts = [] }) => {
      for (const script of scripts) script.matches = ['http://*/*', 'https://*/*'];
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // To see which address a page's server has, once the user switches that on; `server-permission.ts` says why they differ.
    // And to take the addresses of open tabs or of bookmarks into an audit, once the user asks for that. And to take screenshots of
    // an audit's pages, which browsers allow with `<all_urls>` alone; see `screenshot-permission.ts`.
    ...(browser === 'firefox'
      ? {
          permissions: ['activeTab', 'scripting', 'storage'],
          optional_permissions: ['webRequest', 'tabs', 'bookmarks'],
          optional_host_permissions: ['<all_urls>'],
        }
      : {
          permissions: ['activeTab', 'scripting', 'storage', 'webRequest'],
          optional_permissions: ['tabs', 'bookmarks'],
          optional_host_permissions: ['*://*/*', '<all_urls>'],
        }),
    // Options of Element.checkVisibility.
    ...(browser === 'chrome' && { minimum_chrome_version: '121' }),
    ...(browser === 'firefox' && {
      // Else Firefox puts the button into its menu of extensions, where nobody sees the badge. Chromium leaves pinning to the user.
      action: { default_area: 'navbar' },
      browser_specific_settings: {
        gecko: {
          id: '{a1e0dbb3-799c-4b12-9f0b-1bcf73a80ff2}',
          // The CSS Custom Highlight API (140), which marks numbers, and data_collection_permissions on Android (142).
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
