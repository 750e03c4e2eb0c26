import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The library: one ES module for bundlers, one UMD file for a script tag.
export default defineConfig({
  build: {
    lib: {
      entry: 'src/index.ts',
      name: 'DirectCallSdk',
      formats: ['es', 'umd'],
      fileName: (format) => (format === 'es' ? 'direct-call.js' : 'direct-call.umd.cjs'),
    },
    target: 'es2022',
    sourcemap: true,
  },
  test: {
    include: ['test/**/*.test.ts'],
    // As the demo page imports it.
    alias: { '@direct-call/web-sdk': fileURLToPath(new URL('src/index.ts', import.meta.url)) },
    // A rejection that nobody handles fails the run: the SDK promises that there is none.
    dangerouslyIgnoreUnhandledErrors: false,
  },
});
