// The avatar's parts, each choice shown on the avatar itself; the preview turns round.
import { randomAppearance } from '@comptoir/assets/avatar/randomAppearance';
import {
  AIDS,
  type Appearance,
  BEARDS,
  BOTTOMS,
  CLOTHING_COLOR_COUNT,
  HAIR_COLOR_COUNT,
  HAIR_STYLES,
  HEAD_COVERINGS,
  normaliseWords,
  SKIN_COUNT,
  TOPS,
} from '@comptoir/shared/people';
import { useSignal } from '@preact/signals';
import type { MessageKey } from '../../i18n/translate.ts';
import { Figure } from '../kit/Figure.tsx';
import { Icon } from '../kit/Icon.tsx';
import { NameTag } from '../kit/NameTag.tsx';
import { Switch } from '../kit/Switch.tsx';
import { Tabs } from '../kit/Tabs.tsx';
import { useUi } from '../Ui.ts';
import { PartChoice } from './PartChoice.tsx';
import { ToneChoice } from './ToneChoice.tsx';

interface AvatarEditorProps {
  appearance: Appearance;
  name: string;
  trade: string;
  onChange: (appearance: Appearance) => void;
}

const TURNS = [
  { frame: 'down-0', mirrored: false },
  { frame: 'right-0', mirrored: false },
  { frame: 'up-0', mirrored: false },
  { frame: 'right-0', mirrored: true },
] as const;

export function AvatarEditor({ appearance, name, trade, onChange }: AvatarEditorProps) {
  const { t } = useUi();
  const turn = useSignal(0);
  const side = TURNS[turn.value % TURNS.length] ?? TURNS[0];
  const change = (part: Partial<Appearance>): void => onChange({ ...appearance, ...part });
  const choice = <P extends 'hair' | 'head' | 'beard' | 'top' | 'bottom' | 'aid'>(
    part: P,
    options: readonly Appearance[P][],
    whole = false,
  ) => (
    <PartChoice
      key={part}
      label={t(`avatar.${part}`)}
      value={appearance[part]}
      whole={whole}
      options={options.map((value) => ({
        value,
        label: t(`${part}.${value}` as MessageKey),
        appearance: { ...appearance, ...(part === 'hair' ? { head: 'none' } : {}), [part]: value },
      }))}
      onChoose={(value) => change({ [part]: value, ...(part === 'hair' && value !== 'bald' ? { head: 'none' } : {}) })}
    />
  );
  const tone = (part: 'skin' | 'hairColor' | 'headColor' | 'topColor' | 'bottomColor', count: number) => (
    <ToneChoice
      key={part}
      part={part}
      count={count}
      label={t(`avatar.${part}`)}
      value={appearance[part]}
      onChoose={(value) => change({ [part]: value })}
    />
  );
  return (
    <div class="avatar-editor">
      <div class="avatar-preview">
        <div class="avatar-stage tall" role="img" aria-label={t('avatar.preview')}>
          <NameTag name={normaliseWords(name) || t('entrance.you')} trade={normaliseWords(trade)} />
          <Figure appearance={appearance} zoom={3} frame={side.frame} mirrored={side.mirrored} />
        </div>
        <div class="avatar-verbs">
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              turn.value += 1;
            }}
          >
            <Icon name="turn" size={20} />
            {t('avatar.turn')}
          </button>
          <button type="button" class="button quiet" onClick={() => onChange(randomAppearance(Math.random))}>
            <Icon name="dice" size={20} />
            {t('avatar.random')}
          </button>
        </div>
      </div>
      <Tabs
        label={t('avatar.title')}
        tabs={[
          {
            id: 'face',
            label: t('avatar.tabFace'),
            content: (
              <>
                {tone('skin', SKIN_COUNT)}
                {choice('beard', BEARDS)}
                <Switch label={t('avatar.glasses')} on={appearance.glasses} onChange={(glasses) => change({ glasses })} />
                <Switch label={t('avatar.hearingAid')} on={appearance.hearingAid} onChange={(hearingAid) => change({ hearingAid })} />
              </>
            ),
          },
          {
            id: 'hair',
            label: t('avatar.tabHair'),
            content: (
              <>
                {choice('hair', HAIR_STYLES)}
                {tone('hairColor', HAIR_COLOR_COUNT)}
                {choice('head', HEAD_COVERINGS)}
                {appearance.head !== 'none' && tone('headColor', CLOTHING_COLOR_COUNT)}
              </>
            ),
          },
          {
            id: 'clothes',
            label: t('avatar.tabClothes'),
            content: (
              <>
                {choice('top', TOPS, true)}
                {tone('topColor', CLOTHING_COLOR_COUNT)}
                {choice('bottom', BOTTOMS, true)}
                {tone('bottomColor', CLOTHING_COLOR_COUNT)}
              </>
            ),
          },
          {
            id: 'more',
            label: t('avatar.tabMore'),
            content: (
              <>
                {choice('aid', AIDS, true)}
                <Switch label={t('avatar.bag')} on={appearance.bag} onChange={(bag) => change({ bag })} />
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
