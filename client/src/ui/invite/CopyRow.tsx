// An address and the button that copies it; where the browser forbids that it is marked, to be copied by hand.
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { copyText } from './copyText.ts';

interface CopyRowProps {
  label: string;
  address: string;
  copied: string;
  /** The button is where one goes on. */
  takesFocus?: boolean;
}

export function CopyRow({ label, address, copied, takesFocus }: CopyRowProps) {
  const { t } = useUi();
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const outcome = useSignal<'copied' | 'byHand' | undefined>(undefined);
  const id = useId();
  useLayoutEffect(() => {
    outcome.value = undefined;
    if (takesFocus) button.current?.focus();
  }, [address]);
  const copy = async (): Promise<void> => {
    outcome.value = (await copyText(address)) ? 'copied' : 'byHand';
    if (outcome.value === 'byHand') field.current?.select();
  };
  return (
    <div class="copy-part">
      <label for={id} class="visually-hidden">
        {label}
      </label>
      <div class="copy-row">
        <input id={id} ref={field} type="text" readOnly value={address} onFocus={() => field.current?.select()} />
        <button ref={button} type="button" class="button primary" autofocus={takesFocus} onClick={() => void copy()}>
          <Icon name="copy" size={20} />
          {t('invite.copy')}
        </button>
      </div>
      <p role="status" class="copy-outcome">
        {outcome.value === 'copied' && (
          <>
            <Icon name="check" size={20} />
            {copied}
          </>
        )}
        {outcome.value === 'byHand' && t('invite.byHand', { key: `${t('key.ctrl')} C` })}
      </p>
    </div>
  );
}
