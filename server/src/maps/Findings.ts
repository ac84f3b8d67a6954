// Gathers what is wrong with a map while it is read; a refusal is `undefined`, so that reading can go on and find more.
import type { Finding } from '@comptoir/shared/map/Finding';

/** Enough for a person to start mending; a file of nonsense must not make a million sentences. */
const MOST = 200;

export class Findings {
  readonly all: Finding[] = [];

  get refused(): boolean {
    return this.all.some((finding) => finding.severity === 'error');
  }

  /** The map cannot be used. */
  refuse(place: string, sentence: string): undefined {
    this.#add({ severity: 'error', place, sentence });
  }

  /** The map can be used; something in it is ignored or probably not meant. */
  warn(place: string, sentence: string): undefined {
    this.#add({ severity: 'warning', place, sentence });
  }

  #add(finding: Finding): void {
    const isKnown = this.all.some((other) => other.place === finding.place && other.sentence === finding.sentence);
    if (isKnown || (this.all.length >= MOST && (finding.severity === 'warning' || this.refused))) return;
    this.all.push(finding);
  }
}
