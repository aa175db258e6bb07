import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// In milliseconds: a test that hangs is to end, one on a busy machine to pass.
const testTimeout = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          testTimeout,
          include: ['lib/{icp,schemas,addresses,checks,audits,texts,export}/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'page',
          testTimeout,
          include: ['{lib/scan,components}/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
        },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'extension', testTimeout, include: ['lib/{messages,store,jobs,browser,pages}/**/*.test.ts'] },
      },
      {
        test: {
          name: 'repo',
          testTimeout,
          include: ['tests/*.test.ts', '{cli,tools}/**/*.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
});
