// Where I am signed in, this browser first; one elsewhere is signed out after a moment in which it can be taken back, all of them after a question.
import type { SessionView } from '@comptoir/shared/protocol/accounts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { AccountParts } from './AccountParts.ts';
import { useDayWords } from './useDayWords.ts';

const HOUR_MS = 3_600_000;

export function DeviceList({ mine, confirm }: AccountParts) {
  const { app, t } = useUi();
  const day = useDayWords();
  const { account, soon } = app;
  const states = soon.states.value;
  const sessions = [...mine.sessions].sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.usedMs - a.usedMs);
  const others = sessions.filter(({ isThis }) => !isThis).length;
  const nameOf = ({ browser, system }: SessionView): string =>
    browser && system ? t('session.on', { browser, system }) : browser || system || t('session.unknown');
  const whenOf = ({ begunMs, usedMs, isThis }: SessionView): string =>
    isThis || usedMs - begunMs < HOUR_MS
      ? t('session.since', { since: day(begunMs) })
      : t('session.sinceAndUsed', { since: day(begunMs), used: day(usedMs) });
  const signOut = (session: SessionView): void =>
    soon.add(soonId(session), async () => 'ok' in (await account.signOutElsewhere(session.id)));
  return (
    <section class="account-part" aria-labelledby="devices-title">
      <h3 id="devices-title">{t('session.title')}</h3>
      <ul class="host-list">
        {sessions.map((session) => {
          const name = nameOf(session);
          const isGoing = states.has(soonId(session));
          return (
            <li key={session.id} class={isGoing ? 'is-going' : ''}>
              <Icon name={isPhone(session) ? 'phone' : 'laptop'} />
              <p class="way-words" role="status">
                <b>
                  {name}
                  {session.isThis && <span class="badge">{t('session.this')}</span>}
                </b>
                <small class="muted">{isGoing ? t('session.signedOut') : whenOf(session)}</small>
              </p>
              {/* one button for both: the focus stays on it */}
              {!session.isThis && states.get(soonId(session)) !== 'done' && (
                <button
                  type="button"
                  class="button small"
                  aria-label={isGoing ? undefined : t('session.signOutFull', { name })}
                  onClick={() => (isGoing ? soon.undo(soonId(session)) : signOut(session))}
                >
                  {t(isGoing ? 'word.undo' : 'session.signOut')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {others > 0 && (
        <div class="account-verbs">
          <button
            type="button"
            class="button small"
            onClick={() =>
              confirm({
                title: t('session.othersTitle'),
                text: <p>{t('session.othersText', { n: others })}</p>,
                verb: t('session.others'),
                run: () => account.signOutElsewhere('others'),
                done: t('session.othersDone', { n: others }),
              })
            }
          >
            {t('session.others')}
          </button>
        </div>
      )}
    </section>
  );
}

const soonId = ({ id }: SessionView): string => `session ${id}`;
const isPhone = ({ system }: SessionView): boolean => system === 'Android' || system === 'iOS';
