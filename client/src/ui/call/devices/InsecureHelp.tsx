// Why there is no microphone at an address that is plain http, and the three ways to mend it.
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';

export function InsecureHelp() {
  const { t } = useUi();
  return (
    <div class="note insecure">
      <Icon name="warning" size={20} />
      <div>
        <p>
          {t('problem.mic.insecure')} {t('problem.mend')}
        </p>
        <ol>
          <li>{t('problem.mendCertificate')}</li>
          <li>{t('problem.mendProxy')}</li>
          <li>{t('problem.mendLocal')}</li>
        </ol>
      </div>
    </div>
  );
}
