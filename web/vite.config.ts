import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.RECON_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', sourcemap: false, manifest: true },
  server: { proxy: { '/api': server, '/ws': { target: server, ws: true } } },
  // The time ends what hangs; beside the Java tests a quick test may wait for a processor.
  test: { include: ['test/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
});
