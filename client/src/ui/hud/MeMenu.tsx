// My face at the end of the bar: availability, profile, settings, help, leaving.
import { AVAILABILITIES, DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { World } from '../../world/World.ts';
import { ShowCardItem } from '../card/showMyCard.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { Menu } from '../kit/Menu.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { StatusMark } from '../kit/StatusMark.tsx';
import { statusOf } from '../people/PersonRow.tsx';
import { ShowItems } from '../stage/slides/ShowItems.tsx';
import { useUi } from '../Ui.ts';

/** @param shows with what the bar has no room to show to others */
export function MeMenu({ world, shows }: { world: World; shows: boolean }) {
  const { app, t } = useUi();
  const me = world.me.value;
  const facts = app.account.facts.value;
  const status = me ? statusOf(me) : 'disconnected';
  const { unread } = world.desks.notes.value;
  const news = unread > 0 && t('desk.unread', { n: unread });
  const verb = (icon: IconName, label: string, run: () => void) => (
    <button type="button" role="menuitem" class="menu-item" onClick={run}>
      <Icon name={icon} size={20} />
      <span>{label}</span>
    </button>
  );
  return (
    <Menu
      label={[t('availability.me', { name: me?.name ?? '', availability: t(`availability.${status}`) }), news].filter(Boolean).join(', ')}
      buttonClass="me-button"
      class="me-menu"
      button={
        <>
          <Portrait appearance={me?.appearance ?? DEFAULT_APPEARANCE} status={status} size={44} />
          {unread > 0 && (
            <b class="count-badge" aria-hidden="true">
              {unread}
            </b>
          )}
        </>
      }
    >
      {shows && <ShowItems world={world} />}
      {me && (
        <button type="button" role="menuitem" aria-disabled="true" class="menu-item my-rank">
          <Icon name={me.rank === 'host' || me.rank === 'admin' ? 'star' : 'people'} size={20} />
          <span class="menu-words">
            <span>{t('rank.mine', { rank: t(`rank.${me.rank}`) })}</span>
            <small class="muted">{t(`rank.${me.rank}Hint`)}</small>
          </span>
        </button>
      )}
      <div class="menu-rule" />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu */}
      <div role="group" aria-label={t('availability.title')}>
        {AVAILABILITIES.map((availability) => (
          <button
            key={availability}
            type="button"
            role="menuitemradio"
            aria-checked={me?.availability === availability}
            class="menu-item"
            onClick={() => app.actions.setAvailability(availability)}
          >
            <StatusMark status={availability} size={16} />
            <span class="menu-words">
              <span>{t(`availability.${availability}`)}</span>
              <small class="muted">{t(`availability.${availability}Hint`)}</small>
            </span>
            {me?.availability === availability && <Icon name="check" size={18} />}
          </button>
        ))}
      </div>
      <div class="menu-rule" />
      <ShowCardItem world={world} />
      {verb('pencil', t('settings.profile'), () => app.actions.openPanel('avatar'))}
      {verb('card', t('card.mine'), () => app.actions.openPanel('card'))}
      {world.desks.mine.value !== undefined &&
        verb('desk', [t('desk.mine'), news].filter(Boolean).join(', '), () => app.actions.openPanel('desk'))}
      {facts && verb('key', t(facts.account ? 'account.open' : 'keep.do'), () => app.actions.openPanel('account'))}
      {verb('settings', t('bar.settings'), () => app.actions.openPanel('settings'))}
      {verb('help', t('bar.help'), () => app.actions.openPanel('help'))}
      {verb('leave', t('bar.leave'), () => app.actions.leave())}
    </Menu>
  );
}
