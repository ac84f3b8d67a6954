/** One answer of the doctor: a plain sentence, and how bad it is. */
export interface Finding {
  about: 'port' | 'address' | 'certificate' | 'WebSocket' | 'STUN' | 'media' | 'TURN' | 'data' | 'database' | 'clock';
  level: 'ok' | 'warning' | 'problem';
  sentence: string;
}

type Say = (about: Finding['about'], sentence: string) => Finding;

export const ok: Say = (about, sentence) => ({ about, level: 'ok', sentence });
export const warning: Say = (about, sentence) => ({ about, level: 'warning', sentence });
export const problem: Say = (about, sentence) => ({ about, level: 'problem', sentence });
