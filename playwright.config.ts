import { defineConfig } from '@playwright/test';

const { CI } = process.env;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.output/e2e',
  // Each worker has a browser of its own; more of them starve one another on small machines.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(CI),
  retries: 0,
  reporter: 'list',
  timeout: 60_000,
  globalTimeout: 25 * 60_000,
  expect: { timeout: 15_000 },
});
