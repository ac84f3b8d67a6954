// Puts the UI into the page: entrance, bar, panels, list view; everything it knows and does goes through the UiPort.
import { effect } from '@preact/signals';
import { render } from 'preact';
import { loadLanguages } from '../i18n/languages.ts';
import { App } from './App.tsx';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/floating.css';
import './styles/buttons.css';
import './styles/fields.css';
import './styles/faces.css';
import './styles/controls.css';
import './styles/dialogs.css';
import './styles/door.css';
import './styles/entrance.css';
import './styles/hud.css';
import './styles/news.css';
import './styles/tour.css';
import './styles/demo.css';
import './styles/list.css';
import './styles/side.css';
import './styles/panel.css';
import './styles/menus.css';
import './styles/call.css';
import './styles/asks.css';
import './styles/who-hears.css';
import './styles/tiles.css';
import './styles/tiles-own.css';
import './styles/faces-large.css';
import './styles/devices.css';
import './styles/avatar.css';
import './styles/hosting.css';
import './styles/hosting-seen.css';
import './styles/appointments.css';
import './styles/appointments-seen.css';
import './styles/stage.css';
import './styles/stage-seen.css';
import './styles/words.css';
import './styles/words-lines.css';
import './styles/composer.css';
import './styles/channels.css';
import './styles/words-kept.css';
import './styles/words-writing.css';
import './styles/words-found.css';
import './styles/sheets.css';
import './styles/slides-sending.css';
import './styles/talk-panel.css';
import './styles/talk-chapters.css';
import './styles/talk-votes.css';
import './styles/applause.css';
import './styles/captions.css';
import './styles/shelf.css';
import './styles/recording.css';
import './styles/account.css';
import './styles/house.css';
import './styles/cards.css';
import './styles/desks.css';
import { followTitle } from './announce/followTitle.ts';
import { createUi, UiContext } from './Ui.ts';
import type { UiPort } from './UiPort.ts';

/** @returns takes it out again */
export function mountUi(root: HTMLElement, app: UiPort): () => void {
  const ui = createUi(app, loadLanguages(), new URLSearchParams(location.search).get('lang'));
  const html = document.documentElement;
  const stopFollowing = effect(() => {
    html.lang = ui.language.value;
    html.dataset.theme = ui.dark.value ? 'dark' : 'light';
    html.dataset.motion = app.reducedMotion.value ? 'reduced' : 'full';
    html.dataset.phase = app.phase.value;
    html.dataset.view = ui.view.value;
  });
  const stopTitle = followTitle(ui);
  render(
    <UiContext value={ui}>
      <App />
    </UiContext>,
    root,
  );
  return () => {
    stopFollowing();
    stopTitle();
    render(null, root);
  };
}
