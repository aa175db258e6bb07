import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

const pageLife = fileURLToPath(new URL('./lib/platform/page-life.ts', import.meta.url));

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  // See the module's header for the reason.
  vite: () => ({ resolve: { alias: { 'wxt/utils/content-script-context': pageLife } } }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      const isForPages = entrypoints.some(({ type }) => type === 'content-script');
      // What every page gets is to be small: Terser, in three passes, makes it 150 bytes smaller than Vite's own minifier,
      // which is faster and does for the rest. While developing, nothing is minified.
      if (isForPages && config.build?.minify !== false) {
        config.build = {
          ...config.build,
          minify: 'terser',
          terserOptions: { compress: { passes: 3, hoist_funs: true } },
        };
      }
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // To see which address a page's server has, once the user switches that on; `server-permission.ts` says why they differ.
    ...(browser === 'firefox'
      ? { permissions: ['activeTab', 'scripting', 'storage'], optional_permissions: ['webRequest'] }
      : { permissions: ['activeTab', 'scripting', 'storage', 'webRequest'], optional_host_permissions: ['*://*/*'] }),
    // Options of Element.checkVisibility.
    ...(browser === 'chrome' && { minimum_chrome_version: '121' }),
    ...(browser === 'firefox' && {
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
