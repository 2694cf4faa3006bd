import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Stands in the built page where the server writes the nonce of each answer. */
const NONCE_MARK = '__LAPWING_NONCE__';

/** Builds the page into dist/web. Files are named by their content, so that they can be kept for ever; nothing is inlined, so that the
 *  page works under a policy that allows no inline code. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  html: { cspNonce: NONCE_MARK },
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
});
