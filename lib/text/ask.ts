import type { Ask, Cause } from '@/lib/domain/ask';
import { count, day, t } from './words';

/** The words of a question: what the manager asks the rep. */
export function questionOf(prompt: Ask['prompt']): string {
  return t(`ask.question.${prompt}`);
}

/** Why it is shown: the row that caused it and what stands there. */
export function reasonOf({ is, field, value, days }: Cause, today: string): string {
  const row = t(`field.${field}`);
  if (is === 'empty') return t('ask.why.empty', { field: row });
  if (is === 'early') {
    const stage = value ?? '';
    return days === 0
      ? t('ask.why.earlyToday', { stage })
      : t('ask.why.early', { stage, ahead: count('ask.ahead', days ?? 0) });
  }
  if (is === 'ended') return value === 'won' ? t('ask.why.won') : t('ask.why.lost');
  const when = day(value ?? '', today);
  switch (is) {
    case 'passed':
      return t('ask.why.passed', { day: when });
    case 'far':
      return t('ask.why.far', { day: when });
    case 'soon':
      return days === 0
        ? t('ask.why.today')
        : t('ask.why.soon', { day: when, ahead: count('ask.ahead', days ?? 0) });
    case 'ago':
      return t('ask.why.ago', { field: row, day: when, ago: count('ask.ago', days ?? 0) });
  }
}
