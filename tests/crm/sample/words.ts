/** The words of the sample CRM by language. A further language is one more record; `lang` picks it by its first part. */
const WORDS = {
  en: {
    name: 'Deal name',
    account: 'Account',
    owner: 'Deal owner',
    amount: 'Amount',
    stage: 'Stage',
    status: 'Status',
    closeDate: 'Close date',
    nextStep: 'Next step',
    lastActivity: 'Last activity',
    createdDate: 'Created',
    createdBy: 'Created by',
    source: 'Source',
    probability: 'Probability',
    pipeline: 'Pipeline',
    score: 'Score',
    unassigned: 'Unassigned',
    open: 'Open',
    won: 'Won',
    lost: 'Lost',
    save: 'Save',
    cancel: 'Cancel',
    edit: 'Edit',
  },
} as const;

export type Word = keyof (typeof WORDS)['en'];

/** The words of a language, English where it has none. */
export function wordsOf(lang: string): (word: Word) => string {
  const language = lang.split('-')[0] ?? 'en';
  const words = Object.entries(WORDS).find(([key]) => key === language)?.[1] ?? WORDS.en;
  return (word) => words[word];
}
