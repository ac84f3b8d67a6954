// Why something was not done; read out as soon as it is there.
import { Icon } from '../kit/Icon.tsx';

export function Problem({ sentence }: { sentence: string | undefined }) {
  return (
    <div role="alert" class="account-problem">
      {sentence && (
        <p class="note strong">
          <Icon name="warning" size={20} />
          {sentence}
        </p>
      )}
    </div>
  );
}
