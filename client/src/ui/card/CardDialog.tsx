// Somebody's card, here or not, with what one can do with them; of myself the way to write on it.
import { DEFAULT_APPEARANCE, decodeAppearance } from '@comptoir/shared/people';
import type { Somebody } from '@comptoir/shared/protocol/cards';
import type { Answer } from '@comptoir/shared/protocol/requests';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../i18n/translate.ts';
import type { World } from '../../world/World.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { statusOf } from '../people/PersonRow.tsx';
import { runPersonVerb, setBlocked } from '../people/runPersonVerb.ts';
import { FULL, ICONS, SHORT } from '../people/usePersonMore.tsx';
import { verbsFor } from '../people/verbsFor.ts';
import { useUi } from '../Ui.ts';
import { CardFace } from './CardFace.tsx';

type Read = Extract<Answer<'cardOf'>, { ok: true }>;

export function CardDialog({ world, of: { personId, name } }: { world: World; of: Somebody }) {
  const ui = useUi();
  const { app, t } = ui;
  const { actions } = app;
  const read = useSignal<Read | undefined>(undefined);
  const refused = useSignal<MessageKey | undefined>(undefined);
  const close = (): void => actions.readCard(undefined);
  const isMe = personId === world.myId.value;
  const person = world.people.value.get(personId);
  useEffect(() => {
    let isWanted = true;
    void actions.ask('cardOf', { personId }).then((answer) => {
      if (!isWanted) return;
      if (isRefused(answer)) refused.value = `refusal.${answer.refused}`;
      else read.value = answer;
    });
    return () => {
      isWanted = false;
    };
  }, [personId, person?.connected]);

  const run = (act: () => void) => (): void => {
    close();
    act();
  };
  const verb = (icon: IconName, label: MessageKey, full: MessageKey, act: () => void, isFirst = false) => (
    <button key={label} type="button" class={isFirst ? 'button primary' : 'button'} aria-label={t(full, { name })} onClick={run(act)}>
      <Icon name={icon} size={20} />
      {t(label)}
    </button>
  );
  const known = read.value;
  const blocked = world.hosting.blocks.value.has(personId);
  const verbs = isMe || !person ? [] : verbsFor(world, person);
  const hasDesk = world.desks.deskOf(personId) !== undefined;
  return (
    <Dialog title={t('card.title', { name })} class="card-dialog" onClose={close}>
      {known ? (
        <CardFace
          name={person?.name ?? known.name}
          trade={person?.trade ?? known.trade}
          appearance={person?.appearance ?? decodeAppearance(known.appearance) ?? DEFAULT_APPEARANCE}
          card={known.card}
          rank={person?.rank}
          status={person && statusOf(person)}
          met={known.met && !isMe}
          empty={t('card.empty')}
        />
      ) : (
        <p class="muted" role={refused.value ? 'alert' : 'status'}>
          {t(refused.value ?? 'card.loading')}
        </p>
      )}
      {known && !person && <p class="muted">{t('channels.notHere')}</p>}
      <div class="dialog-verbs">
        {isMe && verb('pencil', 'card.edit', 'card.edit', () => actions.openPanel('card'), true)}
        {verbs.map((one, at) => verb(ICONS[one], SHORT[one], FULL[one], () => person && runPersonVerb(ui, one, person), at === 0))}
        {known && !person && !blocked && verb('chat', 'person.write', 'person.writeFull', () => actions.talk.write(personId), true)}
        {!isMe && hasDesk && !blocked && verb('paper', 'desk.leaveNote', 'desk.leaveNoteFull', () => actions.noteFor({ personId, name }))}
      </div>
      {!isMe && known && (
        <div class="card-foot">
          <button
            type="button"
            class="text-button"
            aria-label={t(blocked ? 'person.unblockFull' : 'person.blockFull', { name })}
            onClick={run(() => void setBlocked(ui, { personId, name }, !blocked))}
          >
            {t(blocked ? 'person.unblock' : 'person.block')}
          </button>
          <button
            type="button"
            class="text-button"
            aria-label={t('person.reportFull', { name })}
            onClick={run(() => {
              ui.asking.value = { what: 'report', personId, name };
            })}
          >
            {t('person.report')}
          </button>
        </div>
      )}
    </Dialog>
  );
}
