// Takes out of the picture library what would tell its maker how it is used: nothing of ours asks another host, not even in vain.
import type { Plugin } from 'vite';

const BUNDLE = /@mediapipe[\\/]tasks-vision[\\/]vision_bundle\.mjs$/;
/** The method that sends what was gathered, in the published bundle. */
const SENDS = /flush\((\w+),(\w+)\)\{if\(this\.error\)/g;
const ADDRESS = 'https://odml.pa.googleapis.com/v1/log';

/** @throws when the library changed so that it may send again: then look at it anew */
function withoutTelemetry(code: string): string {
  const found = [...code.matchAll(SENDS)].length;
  if (found !== 1 || !code.includes(ADDRESS)) throw new Error(`The picture library sends in another way than before (${found} found).`);
  return code.replace(SENDS, 'flush($1,$2){this.i=[];return $1?.();if(this.error)').replaceAll(ADDRESS, '');
}

export const silentVision = (): Plugin => ({
  name: 'silent-vision',
  // before it is bundled ahead for development, where nothing is transformed
  config: () => ({ optimizeDeps: { exclude: ['@mediapipe/tasks-vision'] } }),
  transform: (code, id) => (BUNDLE.test(id.split('?')[0] ?? '') ? { code: withoutTelemetry(code), map: null } : undefined),
});
