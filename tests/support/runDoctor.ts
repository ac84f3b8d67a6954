// The doctor as a process, as one runs it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COMPILED } from './compiled.ts';

const admin = fileURLToPath(import.meta.resolve('@comptoir/server/commands/admin'));

export interface Report {
  code: number | null;
  ok: boolean;
  /** Of that part of the deployment: `ok: It answers.` */
  about(what: string): string[];
}

export function runDoctor(env: Record<string, string>): Promise<Report> {
  const child = spawn(process.execPath, [admin, 'doctor', '--json'], { env: { PATH: process.env.PATH, ...COMPILED, ...env } });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      try {
        const { ok, findings } = JSON.parse(out) as { ok: boolean; findings: { about: string; level: string; sentence: string }[] };
        const about = (what: string): string[] =>
          findings.filter((finding) => finding.about === what).map(({ level, sentence }) => `${level}: ${sentence}`);
        resolve({ code, ok, about });
      } catch (err) {
        reject(new Error(`The doctor ended with ${code} and said: ${out}`, { cause: err }));
      }
    });
  });
}
