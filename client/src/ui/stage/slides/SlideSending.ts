// From a file on this machine to slides that a talk is shown: looked at first, sent with its progress, then shown. One at a time.
import type { SlidesSent } from '@comptoir/shared/protocol/http';
import { tuning } from '@comptoir/shared/tuning';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Outcome } from '../../../actions.ts';
import type { OpenPages } from './SlideLibrary.ts';
import type { PagesProblem } from './SlidePages.ts';

/** Why a file is not shown. */
export type SlidesProblem = PagesProblem | 'tooManyPages' | Exclude<Extract<SlidesSent, { failed: unknown }>['failed'], 'cancelled'>;

export type SendingState =
  | { step: 'reading'; name: string }
  /** `share`: 0 to 1. */
  | { step: 'sending'; name: string; share: number }
  | { step: 'refused'; name: string; problem: SlidesProblem };

export interface SendingPort {
  /** The talk in which I speak; undefined: in none. */
  talk(): string | undefined;
  open: OpenPages;
  send(document: Blob, about: { name: string; pages: number }, onShare: (share: number) => void, signal: AbortSignal): Promise<SlidesSent>;
  /** What this is refused is said already. */
  show(slides: string): Promise<Outcome>;
}

const SIGNATURE = '%PDF-';

const isPdf = async (file: Blob): Promise<boolean> => (await file.slice(0, SIGNATURE.length).text()) === SIGNATURE;

export class SlideSending {
  /** Undefined: nothing is on its way. */
  readonly state: ReadonlySignal<SendingState | undefined>;
  /** I have just shown something: whoever chose a file turns its pages next. */
  readonly wantsFocus = signal(false);
  readonly #state = signal<SendingState | undefined>(undefined);
  readonly #port: SendingPort;
  /** Of what was sent for a talk, by its file: chosen again it is there already. */
  readonly #sent = new Map<string, string>();
  #now: AbortController | undefined;

  constructor(port: SendingPort) {
    this.#port = port;
    this.state = this.#state;
  }

  async send(file: File): Promise<void> {
    this.#now?.abort();
    const now = new AbortController();
    this.#now = now;
    const tell = (state: SendingState | undefined): void => {
      if (this.#now === now && !now.signal.aborted) this.#state.value = state;
    };
    const { name } = file;
    tell({ step: 'reading', name });
    const talk = this.#port.talk();
    const key = [talk, name, file.size, file.lastModified].join('\n');
    const known = this.#sent.get(key);
    if (known !== undefined && 'ok' in (await this.#port.show(known))) return this.#done(tell);
    const looked = talk === undefined ? { problem: 'notSpeaking' as const } : await this.#look(file);
    if ('problem' in looked) return tell({ step: 'refused', name, problem: looked.problem });
    if (now.signal.aborted) return;
    tell({ step: 'sending', name, share: 0 });
    const onShare = (share: number): void => tell({ step: 'sending', name, share });
    const sent = await this.#port.send(file, { name, pages: looked.pages }, onShare, now.signal);
    if ('failed' in sent) return tell(sent.failed === 'cancelled' ? undefined : { step: 'refused', name, problem: sent.failed });
    this.#sent.set(key, sent.ok);
    if (now.signal.aborted) return;
    if ('ok' in (await this.#port.show(sent.ok))) this.#done(tell);
    else tell(undefined);
  }

  /** Stops what is on its way, or takes away what was said. */
  cancel(): void {
    this.#now?.abort();
    this.#now = undefined;
    this.#state.value = undefined;
  }

  #done(tell: (state: undefined) => void): void {
    tell(undefined);
    this.wantsFocus.value = true;
  }

  /** T79: everything the server would refuse, and what nobody could read, before it is sent. */
  async #look(file: File): Promise<{ pages: number } | { problem: SlidesProblem }> {
    if (!(await isPdf(file))) return { problem: 'notPdf' };
    if (file.size > tuning.slideBytes) return { problem: 'tooLarge' };
    const pages = await this.#port.open(file);
    if ('problem' in pages) return pages;
    pages.close();
    return pages.count > tuning.slidePages ? { problem: 'tooManyPages' } : { pages: pages.count };
  }
}
