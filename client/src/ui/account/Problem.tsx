// Why something was not done; read out as soon as it is there.
import { AppealWords } from '../house/AppealWords.tsx';
import { Icon } from '../kit/Icon.tsx';
import type { AccountProblem } from './AccountPort.ts';

export function Problem({ sentence, refused }: { sentence: string | undefined; refused?: AccountProblem | undefined }) {
  return (
    <div role="alert" class="account-problem">
      {sentence && (
        <p class="note strong">
          <Icon name="warning" size={20} />
          {sentence}
        </p>
      )}
      {refused === 'banned' && <AppealWords />}
    </div>
  );
}
