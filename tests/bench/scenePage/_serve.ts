import { serveScenePage } from './serveScenePage.ts';

const s = await serveScenePage(Number(process.argv[2]));
console.log(s.url);
