// Inside the office: map or list, the bar, dialogs, notes; the same whichever view is chosen.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../world/World.ts';
import { LiveRegion } from './announce/LiveRegion.tsx';
import { useOfficeNotes } from './announce/useOfficeNotes.ts';
import { ProfileDialog } from './avatar/ProfileDialog.tsx';
import { ActionBar } from './hud/ActionBar.tsx';
import { ConnectionBanner } from './hud/ConnectionBanner.tsx';
import { Hud } from './hud/Hud.tsx';
import { useSideWidth } from './hud/useSideWidth.ts';
import { ToastList } from './kit/ToastList.tsx';
import { ListView } from './list/ListView.tsx';
import { HelpDialog } from './panels/HelpDialog.tsx';
import { InviteDialog } from './panels/InviteDialog.tsx';
import { SearchDialog } from './panels/SearchDialog.tsx';
import { SettingsDialog } from './panels/SettingsDialog.tsx';
import { SidePanel } from './side/SidePanel.tsx';
import { useUi } from './Ui.ts';

/** From this width on (CSS px) the people panel leaves enough of the map to be open at first. */
const PANEL_OPEN_FROM_PX = 1200;

export function Inside({ world }: { world: World }) {
  const { app, view } = useUi();
  const { actions, preferences } = app;
  const panel = app.panel.value;
  const peopleShown = useSignal(panel === 'people');

  useEffect(() => {
    if (innerWidth >= PANEL_OPEN_FROM_PX && preferences.get('firstMinuteDone') && app.panel.peek() === undefined)
      actions.openPanel('people');
  }, []);
  // a dialog opens over the people panel, which is there again when it closes
  useEffect(() => {
    if (panel === 'people') peopleShown.value = true;
    else if (panel === undefined) peopleShown.value = false;
  }, [panel]);

  // Esc closes the panel when nothing nearer took it
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && app.panel.peek() === 'people') actions.openPanel(undefined);
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, []);
  const sideWidth = useSideWidth(world);
  useOfficeNotes(world);
  const closeDialog = (): void => actions.openPanel(peopleShown.peek() ? 'people' : undefined);
  const togglePeople = (): void => actions.openPanel(panel === 'people' ? undefined : 'people');
  const list = view.value === 'list';
  return (
    <>
      <ConnectionBanner world={world} />
      {list ? (
        <ListView world={world} />
      ) : (
        <Hud world={world} peopleShown={peopleShown.value} sidePx={sideWidth.value} onPeople={togglePeople} />
      )}
      <ActionBar world={world} peopleShown={peopleShown.value} onPeople={togglePeople} />
      <SidePanel world={world} />
      <ToastList />
      <LiveRegion world={world} />
      {panel === 'search' && <SearchDialog world={world} onClose={closeDialog} />}
      {panel === 'help' && <HelpDialog onClose={closeDialog} />}
      {panel === 'settings' && <SettingsDialog onClose={closeDialog} />}
      {panel === 'invite' && <InviteDialog onClose={closeDialog} />}
      {panel === 'avatar' && <ProfileDialog onClose={closeDialog} />}
    </>
  );
}
