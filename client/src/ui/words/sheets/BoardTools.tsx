// What one draws with: pen, eraser or label, colour and width, undo and redo, clear, save. All of it by keyboard.
import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Choice } from '../../kit/Choice.tsx';
import { useUi } from '../../Ui.ts';
import { INK_COLOURS, INKS, type Ink, PEN_SIZES } from './boardPieces.ts';

export type Tool = 'pen' | 'eraser' | 'label';

interface BoardToolsProps {
  tool: Signal<Tool>;
  ink: Signal<Ink>;
  size: Signal<number>;
  label: Signal<string>;
  may: { undo: boolean; redo: boolean };
  isEmpty: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onClear: () => void;
  onPutLabel: () => void;
  onSave: (kind: 'svg' | 'png') => void;
}

const TOOLS = ['pen', 'eraser', 'label'] as const;
const WIDTHS = ['thin', 'medium', 'thick'] as const;

export function BoardTools({ tool, ink, size, label, may, isEmpty, onUndo, onRedo, onClear, onPutLabel, onSave }: BoardToolsProps) {
  const { t } = useUi();
  const id = useId();
  return (
    <div class="board-tools" role="toolbar" aria-label={t('sheet.tools')}>
      <Choice
        label={t('sheet.tool')}
        labelHidden
        value={tool.value}
        options={TOOLS.map((value) => ({ value, label: t(`sheet.tool.${value}`) }))}
        onChoose={(value) => {
          tool.value = value;
        }}
      />
      <fieldset class="inks">
        <legend class="visually-hidden">{t('sheet.ink')}</legend>
        {INKS.map((one) => (
          <button
            key={one}
            type="button"
            class="ink"
            aria-label={t(`sheet.ink.${one}`)}
            aria-pressed={one === ink.value}
            onClick={() => {
              ink.value = one;
            }}
          >
            <span style={{ background: INK_COLOURS[one] }} />
          </button>
        ))}
      </fieldset>
      {tool.value === 'pen' && (
        <Choice
          label={t('sheet.width')}
          labelHidden
          value={String(size.value)}
          options={PEN_SIZES.map((value, n) => ({ value: String(value), label: t(`sheet.width.${WIDTHS[n] ?? 'thin'}`) }))}
          onChoose={(value) => {
            size.value = Number(value);
          }}
        />
      )}
      {tool.value === 'label' && (
        <form
          class="label-form"
          onSubmit={(event) => {
            event.preventDefault();
            onPutLabel();
          }}
        >
          <label class="visually-hidden" for={id}>
            {t('sheet.labelField')}
          </label>
          <div class="field-box">
            <input
              id={id}
              type="text"
              maxLength={200}
              value={label.value}
              placeholder={t('sheet.labelPlaceholder')}
              onInput={(event) => {
                label.value = event.currentTarget.value;
              }}
            />
          </div>
          <button type="submit" class="button small" disabled={label.value.trim() === ''}>
            {t('sheet.putLabel')}
          </button>
        </form>
      )}
      <span class="tool-verbs">
        <button type="button" class="button small" disabled={!may.undo} onClick={onUndo}>
          {t('word.undo')}
        </button>
        <button type="button" class="button small" disabled={!may.redo} onClick={onRedo}>
          {t('sheet.redo')}
        </button>
        <button type="button" class="button small" disabled={isEmpty} onClick={onClear}>
          {t('sheet.clear')}
        </button>
        <button type="button" class="button small" onClick={() => onSave('png')}>
          {t('sheet.savePicture')}
        </button>
        <button type="button" class="button small" onClick={() => onSave('svg')}>
          {t('sheet.saveDrawing')}
        </button>
      </span>
    </div>
  );
}
