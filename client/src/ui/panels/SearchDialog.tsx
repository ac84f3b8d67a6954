// Ctrl+K: people, places and actions by a few letters; Enter walks there or does it.
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { statusOf } from '../people/PersonRow.tsx';
import { rankSearch } from '../people/rankSearch.ts';
import { readShelf } from '../stage/shelf/readShelf.ts';
import { useUi } from '../Ui.ts';
import { Marked } from '../words/find/Marked.tsx';
import { gatherFindings } from './gatherFindings.ts';
import { useWordFindings } from './useWordFindings.ts';

const MOST_SHOWN = 12;

export function SearchDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const ui = useUi();
  const { t, touch } = ui;
  const typed = useSignal('');
  const chosen = useSignal(0);
  const base = useId();
  const all = useComputed(() => gatherFindings(world, ui));
  const found = useComputed(() => rankSearch(typed.value, all.value, MOST_SHOWN));
  const said = useWordFindings(world, typed.value);
  const rows = [...found.value, ...said];
  const at = Math.min(chosen.value, rows.length - 1);

  useEffect(() => {
    void readShelf(ui.app, world);
  }, []);

  const run = (index: number): void => {
    const finding = rows[index];
    if (!finding) return;
    onClose();
    finding.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && rows.length > 0) chosen.value = (at + move + rows.length) % rows.length;
    else if (event.key === 'Enter' && !event.isComposing) run(at);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog ownFocus title={t('search.title')} titleHidden class="search-dialog" onClose={onClose}>
      <div class="search-box large">
        <Icon name="search" />
        <input
          autofocus
          type="text"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={rows.length > 0}
          aria-controls={`${base}-found`}
          aria-activedescendant={rows.length > 0 ? `${base}-${at}` : undefined}
          aria-autocomplete="list"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('search.placeholder')}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            chosen.value = 0;
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div class="visually-hidden" role="status">
        {typed.value.trim() !== '' && t('search.results', { n: rows.length })}
      </div>
      {rows.length === 0 && <p class="muted empty-line">{t('search.none', { words: typed.value.trim() })}</p>}
      <div role="listbox" id={`${base}-found`} aria-label={t('search.title')} class="found">
        {rows.map((finding, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field that owns this list
          <div
            key={finding.id}
            id={`${base}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            class="finding"
            onPointerMove={() => {
              chosen.value = index;
            }}
            onClick={() => run(index)}
          >
            {finding.person ? (
              <Portrait appearance={finding.person.appearance} status={statusOf(finding.person)} />
            ) : (
              <span class="row-icon">
                <Icon name={finding.icon} />
              </span>
            )}
            <span class="person-words">
              <b>{finding.lookedFor === undefined ? finding.title : <Marked text={finding.title} words={finding.lookedFor} />}</b>
              <small class="muted">{finding.words}</small>
            </span>
            {finding.key && <kbd>{finding.key}</kbd>}
          </div>
        ))}
      </div>
      {!touch.value && (
        <p class="search-foot muted" aria-hidden="true">
          {t('search.hint')}
        </p>
      )}
    </Dialog>
  );
}
