// The talks that are on, for whoever is in none of them: what about, how many listen, and the way there.
import type { TalkSummary } from '@comptoir/shared/protocol/auditorium';
import { isOpenTo } from '../../world/isOpenTo.ts';
import { areaOf } from '../../world/stageRole.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { goTo } from '../people/goTo.ts';
import { type Ui, useUi } from '../Ui.ts';

/** Walks into the audience; undefined where the map has none, or on a visit to somewhere else. */
export function wayToTalk(world: World, ui: Ui, { auditorium, title }: TalkSummary): (() => void) | undefined {
  const area = areaOf(world.ground.value.map.areas, auditorium, 'audience');
  if (!area || !isOpenTo(world, area.id)) return undefined;
  return () => void goTo(ui, { area: area.id }, title, 'walking');
}

export function TalksStrip({ world }: { world: World }) {
  const ui = useUi();
  const { t } = ui;
  const mine = world.auditorium.stage.value?.talk;
  return (
    <>
      {world.auditorium.talks.value
        .filter(({ talk }) => talk !== mine)
        .map((summary) => {
          const go = wayToTalk(world, ui, summary);
          return (
            <section key={summary.talk} class="talks-strip" aria-label={t('talks.onHere', { title: summary.title })}>
              <Icon name="stage" size={20} />
              <span class="talk-strip-words">
                <b lang={summary.language}>{summary.title}</b>
                <small>
                  <span class="live-mark">
                    <i aria-hidden="true" />
                    {t('talks.on')}
                  </span>
                  {summary.audience > 0 && ` · ${t('stage.audience', { n: summary.audience })}`}
                  {summary.recorded && (
                    <>
                      {' · '}
                      <span class="recorded-mark">{t('recording.outside')}</span>
                    </>
                  )}
                </small>
              </span>
              {go && (
                <button type="button" class="button small" aria-label={t('talks.goFull', { title: summary.title })} onClick={go}>
                  {t('talks.go')}
                </button>
              )}
            </section>
          );
        })}
    </>
  );
}
