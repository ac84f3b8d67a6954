// Builds the client: the drawing engine in a chunk of its own, so that the entrance is there before it.
import { defineConfig } from 'vite';
import { slimPhaser } from './engine/slimPhaser.ts';
import { silentVision } from './engine/withoutTelemetry.ts';

export default defineConfig({
  plugins: [slimPhaser(), silentVision()],
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
