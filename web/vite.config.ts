import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.RECON_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', sourcemap: false, manifest: true },
  server: { proxy: { '/api': server, '/ws': { target: server, ws: true } } },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
});
