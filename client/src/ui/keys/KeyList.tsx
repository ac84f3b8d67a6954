// The single keys, each to be changed by choosing it and pressing another key.
import { useSignal } from '@preact/signals';
import type { Shortcut } from '../../actions.ts';
import { useUi } from '../Ui.ts';
import { isReserved, ownerOf, specOf } from './keyName.ts';
import { labelOf } from './labelOf.ts';

export function KeyList() {
  const { app, t, nameKey } = useUi();
  const { preferences } = app;
  const listening = useSignal<string | undefined>(undefined);
  const problem = useSignal('');
  const shortcuts = app.shortcuts.value;
  // walking stays where it is; what is held to speak may go elsewhere
  const isFree = (shortcut: Shortcut): boolean => shortcut.kind === 'single' || shortcut.end !== undefined;
  const single = shortcuts.filter((shortcut) => isFree(shortcut) && shortcut.keys.length > 0);
  if (single.length === 0) return null;

  const listen = (event: KeyboardEvent, id: string): void => {
    if (listening.value !== id || ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return;
    if (event.key === 'Tab') {
      listening.value = undefined;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    problem.value = '';
    if (event.key === 'Escape') {
      listening.value = undefined;
      return;
    }
    const spec = specOf(event);
    const owner = ownerOf(spec, shortcuts, id);
    if (isReserved(spec)) problem.value = t('settings.keyReserved', { key: nameKey(spec) });
    else if (owner) problem.value = t('settings.keyTaken', { key: nameKey(spec), action: labelOf(owner, t) });
    else {
      preferences.set({ keys: { ...preferences.get('keys'), [id]: spec } });
      listening.value = undefined;
    }
  };

  return (
    <section class="key-list" aria-label={t('settings.keys')}>
      <h3>{t('settings.keys')}</h3>
      <p class="muted">{t('settings.keysHint')}</p>
      <p role="alert" class="field-problem">
        {problem.value}
      </p>
      <ul>
        {single.map((shortcut) => {
          const key = nameKey(shortcut.keys[0] ?? '');
          const open = listening.value === shortcut.id;
          return (
            <li key={shortcut.id}>
              <span>{labelOf(shortcut, t)}</span>
              <button
                type="button"
                class={open ? 'key-button listening' : 'key-button'}
                aria-label={open ? t('settings.pressKey') : t('settings.changeKey', { action: labelOf(shortcut, t), key })}
                onClick={() => {
                  problem.value = '';
                  listening.value = open ? undefined : shortcut.id;
                }}
                onKeyDown={(event) => listen(event, shortcut.id)}
                onBlur={() => {
                  if (open) listening.value = undefined;
                }}
              >
                {open ? t('settings.pressKey') : <kbd>{key}</kbd>}
              </button>
            </li>
          );
        })}
      </ul>
      {Object.keys(preferences.values.value.keys).length > 0 && (
        <button type="button" class="button quiet" onClick={() => preferences.set({ keys: {} })}>
          {t('settings.resetKeys')}
        </button>
      )}
    </section>
  );
}
