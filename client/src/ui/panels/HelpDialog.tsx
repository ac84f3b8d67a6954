// All keys, read from the one registry; and how to do the same by pointer.
import type { Shortcut } from '../../actions.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { keyNames } from '../keys/keyName.ts';
import { labelOf } from '../keys/labelOf.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';

const PARTS: readonly { kind: Shortcut['kind']; title: MessageKey }[] = [
  { kind: 'held', title: 'help.walk' },
  { kind: 'modified', title: 'help.modified' },
  { kind: 'single', title: 'help.single' },
];

/** What is held to speak stands with the other letters, not with walking. */
const partOf = ({ kind, end }: Shortcut): Shortcut['kind'] => (end ? 'single' : kind);

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { app, t, nameKey, tour } = useUi();
  return (
    <Dialog title={t('help.title')} class="wide" onClose={onClose}>
      <p class="muted">{t('help.mouse')}</p>
      {!app.preferences.values.value.singleKeys && <p class="note">{t('help.off')}</p>}
      <div class="help-parts">
        {PARTS.map(({ kind, title }) => {
          const shortcuts = app.shortcuts.value.filter((shortcut) => partOf(shortcut) === kind && shortcut.keys.length > 0);
          if (shortcuts.length === 0) return null;
          return (
            <section key={kind}>
              <h3>{t(title)}</h3>
              <dl class="keys">
                {shortcuts.map((shortcut) => (
                  <div key={shortcut.id}>
                    <dt>{labelOf(shortcut, t)}</dt>
                    <dd>
                      {keyNames(shortcut, nameKey).map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <div class="dialog-verbs">
        <button
          type="button"
          class="button"
          onClick={() => {
            app.actions.openPanel(undefined);
            tour.value = true;
          }}
        >
          {t('tour.offer')}
        </button>
        <button type="button" class="button" onClick={() => app.actions.openPanel('settings')}>
          {t('help.change')}
        </button>
      </div>
    </Dialog>
  );
}
