// The links that there are: what each gives, copied, shown as a code, or withdrawn with a moment to think again.
import type { InvitationView } from '@comptoir/shared/protocol/door';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';
import { copyText } from './copyText.ts';
import { describeLink, nameOfLink, stateOf } from './describeLink.ts';
import { QrCode } from './QrCode.tsx';

const soonId = ({ id }: InvitationView): string => `withdraw ${id}`;

export function LinkList({ world, links, title }: { world: World; links: readonly InvitationView[] | undefined; title: string }) {
  const { app, t } = useUi();
  const headingId = useId();
  const said = useSignal('');
  const states = app.soon.states.value;
  // nobody reaches the notes while a dialog is open: what can still be undone is offered there once it is closed
  const shown = useRef(links);
  shown.current = links;
  useEffect(
    () => () => {
      for (const link of shown.current ?? []) {
        const id = soonId(link);
        if (app.soon.states.peek().get(id) !== 'soon') continue;
        app.soon.prolong(id);
        const undo = (): void => {
          if (!app.soon.undo(id)) app.toasts.add({ key: 'links.tooLate' });
        };
        app.toasts.add({ key: 'links.withdrawn', words: { label: nameOfLink(link, t) }, undo });
      }
    },
    [],
  );
  if (!links) return <p class="muted">{t('links.loading')}</p>;
  const now = Date.now();
  const isGone = (link: InvitationView): boolean => states.get(soonId(link)) === 'done' || stateOf(link, now) !== 'living';
  const living = links.filter((link) => !isGone(link));
  const over = links.filter(isGone).map((link) => (states.has(soonId(link)) ? { ...link, revoked: true } : link));
  const row = (link: InvitationView) => (
    <LinkRow
      key={link.id}
      world={world}
      link={link}
      say={(words) => {
        said.value = words;
      }}
    />
  );
  return (
    <section class="link-list" aria-labelledby={headingId}>
      <h3 id={headingId}>{title}</h3>
      <p role="status" class="copy-outcome">
        {said.value}
      </p>
      {living.length === 0 && <p class="muted">{t('links.empty')}</p>}
      <ul>{living.map(row)}</ul>
      {over.length > 0 && (
        <details>
          <summary>{t('links.over', { n: over.length })}</summary>
          <ul>{over.map(row)}</ul>
        </details>
      )}
    </section>
  );
}

function LinkRow({ world, link, say }: { world: World; link: InvitationView; say: (words: string) => void }) {
  const { app, t, language } = useUi();
  const shown = useSignal(false);
  const now = Date.now();
  const name = nameOfLink(link, t);
  const area = world.ground.value.map.areas.find(({ id }) => id === link.area);
  const place = link.area === null ? undefined : area ? placeName(area, language.value) : link.area;
  const address = new URL(link.path, app.invitation).href;
  const pending = app.soon.states.value.get(soonId(link));
  const living = stateOf(link, now) === 'living' && pending === undefined;
  if (pending === 'soon')
    return (
      <li class="link-row going">
        <span class="person-words">{t('links.withdrawn', { label: name })}</span>
        <button type="button" class="text-button" autofocus onClick={() => app.soon.undo(soonId(link))}>
          {t('word.undo')}
        </button>
      </li>
    );
  const copy = async (): Promise<void> => {
    say(t((await copyText(address)) ? 'links.copied' : 'links.notCopied', { label: name }));
  };
  return (
    <li class={living ? 'link-row' : 'link-row over'}>
      <span class="row-icon">
        <Icon name={link.area === null ? 'invite' : 'jump'} />
      </span>
      <span class="person-words">
        <b>{name}</b>
        <small class="muted">{describeLink(link, place, now, language.value, t)}</small>
      </span>
      {living && (
        <span class="row-verbs">
          <IconButton icon="copy" label={t('links.copy')} fullLabel={t('links.copyFull', { label: name })} onClick={() => void copy()} />
          <IconButton
            icon="qr"
            label={t('links.qr')}
            fullLabel={t('links.qrFull', { label: name })}
            pressed={shown.value}
            onClick={() => {
              shown.value = !shown.value;
            }}
          />
          <IconButton
            icon="erase"
            label={t('links.withdraw')}
            fullLabel={t('links.withdrawFull', { label: name })}
            onClick={() =>
              app.soon.add(soonId(link), async () => 'ok' in (await app.actions.ask('revokeInvitation', { invitation: link.id })))
            }
          />
        </span>
      )}
      {living && shown.value && (
        <figure class="qr-place">
          <QrCode address={address} />
        </figure>
      )}
    </li>
  );
}
