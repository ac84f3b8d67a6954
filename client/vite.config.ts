// Builds the client: the drawing engine in a chunk of its own, so that the entrance is there before it.
import { constants } from 'node:zlib';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { besideThePage } from './engine/besideThePage.ts';
import { pdfFiles } from './engine/pdfFiles.ts';
import { slimPhaser } from './engine/slimPhaser.ts';
import { silentVision } from './engine/withoutTelemetry.ts';

export default defineConfig({
  plugins: [
    slimPhaser(),
    silentVision(),
    besideThePage(),
    pdfFiles(),
    // beside each file what the server sends of it
    compression({
      include: /\.(?:m?js|css|html|json|svg|wasm|tflite)$/,
      threshold: 1024,
      algorithms: [
        defineAlgorithm('gzip', { level: constants.Z_BEST_COMPRESSION }),
        defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      ],
    }),
  ],
  build: {
    target: 'es2022',
    // a small picture inlined as data: would be one more kind of request to allow
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'phaser', test: /node_modules[\\/](?:phaser|eventemitter3)|client[\\/]engine/ }] } },
    },
  },
});
