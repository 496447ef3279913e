import { defineConfig } from '@playwright/test';

/** Chromium's switches for machines without a display, a GPU or a way out. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './support/build-once.ts',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // Ends what hangs. Nothing here says how fast Parley is: that is measured in tests/load.
  timeout: 480_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['line'], ['./support/why-failed.ts']],
  use: {
    // What waits for something that never comes says so, with its line, before the whole test is over.
    actionTimeout: 120_000,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    // Moves are shown by animation; tests look at where things are.
    reducedMotion: 'reduce',
    trace: process.env.CI === undefined ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args },
  },
});
