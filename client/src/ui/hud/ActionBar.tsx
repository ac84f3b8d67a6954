// The bar at the bottom: what one does most, always in the same place, in map and list alike.
import { EMOTES } from '@comptoir/shared/people';
import type { World } from '../../world/World.ts';
import { keyOf } from '../keys/keyName.ts';
import { Icon } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Menu } from '../kit/Menu.tsx';
import { AmbienceButton } from '../side/AmbienceButton.tsx';
import { useUi } from '../Ui.ts';
import { MeMenu } from './MeMenu.tsx';

interface ActionBarProps {
  world: World;
  peopleShown: boolean;
  onPeople: () => void;
}

export function ActionBar({ world, peopleShown, onPeople }: ActionBarProps) {
  const { app, t, nameKey, narrow, view } = useUi();
  const shortcuts = app.shortcuts.value;
  const list = view.value === 'list';
  const onMap = !list && app.scene.value === 'running';
  const key = (id: string): string | undefined => keyOf(id, shortcuts, nameKey);
  return (
    <nav class={onMap && peopleShown ? 'action-bar beside-panel' : 'action-bar'} aria-label={t('bar.label')}>
      <Menu
        label={t('bar.emotes')}
        buttonClass="icon-button"
        class="emote-menu"
        button={
          <>
            <Icon name="wave" />
            <span class="tip tip-above" aria-hidden="true">
              {t('bar.emotes')}
              <kbd>1–6</kbd>
            </span>
          </>
        }
      >
        {EMOTES.map((emote) => (
          <button
            key={emote}
            type="button"
            role="menuitem"
            class="icon-button"
            aria-label={t(`emote.${emote}`)}
            onClick={() => app.actions.emote(emote)}
          >
            <Icon name={emote} />
            <small aria-hidden="true">{t(`emote.${emote}`)}</small>
          </button>
        ))}
      </Menu>
      {onMap && !narrow.value && (
        <IconButton icon="people" label={t('bar.people')} keyName={key('people')} pressed={peopleShown} onClick={onPeople} />
      )}
      <IconButton icon="search" label={t('bar.search')} keyName={key('search')} onClick={() => app.actions.openPanel('search')} />
      {onMap && (
        <IconButton
          icon="overview"
          label={t('bar.overview')}
          keyName={key('overview')}
          pressed={world.overview.value}
          onClick={() => app.actions.toggleOverview()}
        />
      )}
      {!list && (
        <IconButton icon="list" label={t('bar.list')} keyName={key('list')} pressed={false} onClick={() => app.actions.toggleList()} />
      )}
      <AmbienceButton world={world} />
      <span class="bar-rule" aria-hidden="true" />
      <button type="button" class="button invite-button" aria-label={t('bar.invite')} onClick={() => app.actions.openPanel('invite')}>
        <Icon name="invite" />
        <span>{t('bar.invite')}</span>
      </button>
      <MeMenu world={world} />
    </nav>
  );
}
