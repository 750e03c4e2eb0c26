import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The demo page and the operator's. Relative addresses, so that any path of any server can serve it.
export default defineConfig({
  root: here('demo'),
  base: './',
  resolve: { alias: { '@direct-call/web-sdk': here('src/index.ts') } },
  build: {
    outDir: here('dist/demo'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: [here('demo/index.html'), here('demo/operator.html')] },
  },
  // `npm run dev` serves the page by itself and sends the rest to a suite that runs.
  server: { proxy: { '/v3': 'http://localhost:8080', '/demo-config.json': 'http://localhost:8080' } },
});
