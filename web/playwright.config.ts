import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** The browser without its window takes a sixth less processor time; the whole one does, too. */
const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const executablePath = process.env.RECON_CHROMIUM ?? browsers.find((path) => existsSync(path));

/** Journeys: a real browser against a real server; see journeys/server.ts. */
export default defineConfig({
  testDir: 'journeys',
  testMatch: '*.journey.ts',
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    // A third of all processor time. `npx playwright test NAME --trace on` shows what one saw.
    trace: 'off',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
