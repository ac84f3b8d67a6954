// The office tried alone: a second window with somebody else in it, who has no microphone and makes no sound.
import { may } from '@comptoir/shared/permissions';
import { useSignal } from '@preact/signals';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

/** The same window again, however often one tries. */
const WINDOW = 'comptoir-second';
/** An hour: whoever opens the window comes in at once. */
const PASS_DAYS = 0.05;

/** Beside the first one, so that neither is hidden. CSS px of the screen. */
function features(): string {
  const width = Math.min(900, Math.max(480, Math.round(screen.availWidth / 2)));
  const height = Math.min(760, screen.availHeight);
  return `popup,width=${width},height=${height},left=${Math.max(0, screen.availWidth - width)},top=0`;
}

export function TryWithTwo({ world }: { world: World }) {
  const { app, t, language } = useUi();
  const blocked = useSignal<string | undefined>(undefined);
  const open = async (): Promise<void> => {
    const name = t('second.name');
    const isOpen = app.office.peek()?.door === 'open';
    const rank = world.me.peek()?.rank ?? 'visitor';
    let invite: string | undefined;
    // somebody new does not come through a closed door: whoever may, lets them in
    if (!isOpen && may(rank, 'invite')) {
      const answer = await app.actions.ask('invite', { rank: 'visitor', area: null, label: name, quota: 1, days: PASS_DAYS });
      if ('ok' in answer) invite = new URL(answer.invitation.path, app.invitation).searchParams.get('invite') ?? undefined;
    }
    const address = app.secondWindow(name, language.peek(), invite);
    blocked.value = window.open(address, WINDOW, features()) ? undefined : address;
  };
  if (app.isSecond) return null;
  return (
    <div class="meanwhile">
      <p class="muted">{t('invite.secondHint')}</p>
      <button type="button" class="button" onClick={() => void open()}>
        <Icon name="people" size={20} />
        {t('invite.second')}
      </button>
      <p role="alert" class="blocked-window">
        {blocked.value && (
          <>
            {t('invite.blocked')}{' '}
            <a href={blocked.value} target="_blank" rel="noopener opener">
              {t('invite.openSecond')}
            </a>
          </>
        )}
      </p>
    </div>
  );
}
