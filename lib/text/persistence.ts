import { t } from './words';

/** What the browser said about keeping what is stored, as it said it. */
export function persistenceWords(persistence: 'kept' | 'not-promised' | 'unknown'): string {
  if (persistence === 'kept') return t('welcome.persisted');
  return persistence === 'not-promised' ? t('welcome.notPersisted') : t('welcome.persistUnknown');
}
