import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The library: one ES module for bundlers, one UMD file for a script tag.
export default defineConfig({
  build: {
    lib: { entry: 'src/index.ts', name: 'DirectCallSdk' },
    target: 'es2022',
    sourcemap: true,
    // The bundlers of applications minify by themselves. They drop what is not used by the marks that it is pure, which minifying loses.
    rolldownOptions: {
      output: [
        { format: 'es', minify: false, entryFileNames: 'direct-call.js' },
        { format: 'umd', name: 'DirectCallSdk', entryFileNames: 'direct-call.umd.cjs' },
      ],
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    // As the demo page imports it.
    alias: { '@direct-call/web-sdk': fileURLToPath(new URL('src/index.ts', import.meta.url)) },
    // A rejection that nobody handles fails the run: the SDK promises that there is none.
    dangerouslyIgnoreUnhandledErrors: false,
  },
});
