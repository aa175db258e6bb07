import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'core', include: ['lib/{icp,audit,report,words}/**/*.test.ts'], environment: 'node' } },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: { name: 'page', include: ['{lib/scan,components}/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      { plugins: [WxtVitest()], test: { name: 'extension', include: ['lib/platform/**/*.test.ts'] } },
      { test: { name: 'repo', include: ['tests/*.test.ts', 'tests/tools/**/*.test.ts'], environment: 'node' } },
    ],
  },
});
