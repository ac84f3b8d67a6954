// Searching what was written: in everything I may read, or in one channel; what is found leads to its place.
import { isRefused } from '@comptoir/shared/protocol/requests';
import type { Line } from '@comptoir/shared/protocol/talk';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { channelOf, keptOf } from '../../../world/channelNames.ts';
import type { World } from '../../../world/World.ts';
import { SearchBox } from '../../kit/SearchBox.tsx';
import { useUi } from '../../Ui.ts';
import type { ChannelRow } from '../channels/arrangeChannels.ts';
import { channelLabel } from '../channels/channelLabel.ts';
import { FoundLine } from './FoundLine.tsx';
import { wordsOf } from './markWords.ts';

/** Whoever types is searched for once they pause, ms. */
export const SEARCH_PAUSE_MS = 250;

export function FindWords({ world, row, first }: { world: World; row: ChannelRow; first: string }) {
  const { app, t } = useUi();
  const typed = useSignal(first);
  const isHere = useSignal(false);
  const state = useSignal<'idle' | 'searching' | 'there' | 'failed'>('idle');
  const found = useSignal<readonly Line[]>([]);
  const hasMore = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const latest = useRef(0);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const words = typed.value.trim();
  const of = keptOf(row.id);
  const isIn = isHere.value && of !== undefined;

  const search = async (before?: string): Promise<void> => {
    const mine = ++latest.current;
    state.value = 'searching';
    const answer = await app.actions.channels.ask('searchWords', {
      text: words,
      ...(isIn && of ? { of } : {}),
      ...(before === undefined ? {} : { before }),
    });
    if (mine !== latest.current) return;
    if (isRefused(answer)) {
      state.value = 'failed';
      return;
    }
    found.value = before === undefined ? answer.found : [...found.peek(), ...answer.found];
    hasMore.value = answer.more;
    state.value = 'there';
  };
  useEffect(() => {
    if (wordsOf(words).length === 0) {
      latest.current++;
      found.value = [];
      state.value = 'idle';
      return;
    }
    const timer = setTimeout(() => void search(), SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, isIn]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.found-line') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    if (at + step < 0) field.current?.focus();
    else rows[at + step]?.focus();
  };
  const label = channelLabel(row, t);
  const n = found.value.length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows lead from the field to what is found
    <div class="find-words" onKeyDown={onKeyDown}>
      <SearchBox label={t('find.title')} placeholder={t('find.field')} typed={typed} field={field} />
      {of && (
        // biome-ignore lint/a11y/useSemanticElements: two switches in a row, no part of a form
        <div class="find-where" role="group" aria-label={t('find.where')}>
          {[false, true].map((here) => (
            <button
              key={String(here)}
              type="button"
              class="chip-button"
              aria-pressed={isHere.value === here}
              onClick={() => {
                isHere.value = here;
              }}
            >
              {here ? t('find.here', { name: label }) : t('find.everywhere')}
            </button>
          ))}
        </div>
      )}
      <p class={state.value === 'failed' ? 'field-problem find-state' : 'muted find-state'} role="status">
        {state.value === 'idle' && t('find.hint')}
        {state.value === 'searching' && t('find.searching')}
        {state.value === 'failed' && t('find.failed')}
        {state.value === 'there' && (n === 0 ? t('find.none', { words }) : t(hasMore.value ? 'find.resultsMore' : 'find.results', { n }))}
      </p>
      <ul class="found-lines" ref={list}>
        {found.value.map((line) => (
          <li key={line.id}>
            <FoundLine
              world={world}
              line={line}
              words={words}
              onChoose={() => app.actions.channels.open(channelOf(line.to, line.from, world.myId.peek()), line.id)}
            />
          </li>
        ))}
      </ul>
      {hasMore.value && (
        <button type="button" class="button small" onClick={() => void search(found.peek().at(-1)?.id)}>
          {t('find.more')}
        </button>
      )}
    </div>
  );
}
