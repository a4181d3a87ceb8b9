import { describe, expect, it } from 'vitest';
import { fieldOfLabel, type LabelMeaning } from '@/lib/crm/interpret/labels';
import { kindNamed } from '@/lib/crm/interpret/stages';
import type { StageKind } from '@/lib/domain/stage';
import { headers, type Header } from './headers';

/** What a header of the file is the label of. All that is not here is a look-alike or not known. */
const FIELDS: Record<string, LabelMeaning> = {
  account: 'account',
  Customer: 'account',
  'Company Name': 'account',
  Organization: 'account',
  'Organization Name': 'account',
  amount: 'amount',
  Amount: 'amount',
  'Deal Value': 'amount',
  name: 'name',
  'Potential Name': 'name',
  Opportunity: 'name',
  stage: 'stage',
  Stage: 'stage',
  'Sales Stage': 'stage',
  Status: 'status',
  closeDate: 'closeDate',
  'Expected Close Date': 'closeDate',
  'Expected Closing': 'closeDate',
  'Expected Closure Date': 'closeDate',
  Salesperson: 'owner',
  'Deal Owner': 'owner',
  'Next Step': 'nextStep',
  createdAt: 'createdDate',
  'Created on': 'createdDate',
  'Created Time': 'createdDate',
};

/**
 * What a header may be taken for, and need not: many languages have one word for the planned and the actual close, and in
 * these CRMs an assignee is whose deal it is.
 */
const NEAR: Record<string, LabelMeaning> = {
  Deal: 'name',
  Potentials: 'name',
  SINGLE_Potentials: 'name',
  'Closed Date': 'closeDate',
  'Days to Close': 'closeDate',
  'Related To': 'account',
  'Assigned To': 'owner',
  assignedUser: 'owner',
};

/** Labels that are not taken, as the file writes them, by what they mean as well or instead. */
const LEFT_OUT = {
  'of anything that ends, is due or comes next': [
    'Deadline',
    'Slutdato',
    '締め切り日',
    'Bitiş Tarihi',
    'Ngày kết thúc',
    '截止日期',
    'Suivant',
  ],
  'a number of things, or a total': [
    'Cantidad',
    'مقدار',
    'Jumlah',
    'Množstvo',
    'Antal',
    'จำนวน',
    'Tổng',
    '量',
  ],
  'a bill, or an account at a bank': ['számla', 'Rekening', 'račun'],
  'another field in the same language': ['Stav', 'Estado', 'Ingresos esperados', 'Предложение', '姓名'],
  'another thing altogether': ['شاہی'],
};

describe('the labels of four CRMs in all their languages', () => {
  it('are never read as another field', ({ skip }) => {
    const all = headers(skip);
    const may = new Map<string, (LabelMeaning | undefined)[]>();
    for (const header of all) {
      const key = wordIn(header);
      may.set(key, [...(may.get(key) ?? []), FIELDS[header.field] ?? NEAR[header.field]]);
    }
    const wrong = all.filter((header) => {
      const meaning = fieldOfLabel(header.label, header.locale);
      return meaning !== null && meaning !== 'look-alike' && !may.get(wordIn(header))?.includes(meaning);
    });
    expect(wrong).toEqual([]);
  });

  it('are known but for those that mean something else as well', ({ skip }) => {
    const unknown = headers(skip).filter(({ field, label, locale }) => {
      const meant = FIELDS[field];
      return meant !== undefined && fieldOfLabel(label, locale) !== meant;
    });
    expect(new Set(unknown.map(({ label }) => label))).toEqual(new Set(Object.values(LEFT_OUT).flat()));
  });
});

/** What the stages of the file are. */
const KINDS: Record<string, StageKind> = {
  Prospecting: 'new',
  Qualification: 'qualified',
  'Needs Analysis': 'qualified',
  'Value Proposition': 'qualified',
  'Id. Decision Makers': 'qualified',
  'Perception Analysis': 'qualified',
  Proposal: 'proposal',
  'Proposal/Price Quote': 'proposal',
  Negotiation: 'negotiation',
  'Negotiation/Review': 'negotiation',
  'Closed Won': 'won',
  Won: 'won',
  'Closed Lost': 'lost',
  Lost: 'lost',
};

/** Names of stages that are not taken for what the file says, by why. */
const NAMES_LEFT_OUT = {
  'a word that is said of other things too': [
    'بسته شد',
    'بسته شده است',
    'Сделка закрыта',
    'Mất',
    'Đạt',
    'شرایط',
  ],
  'a word for another kind': ['Предложение', 'Цінова пропозиція', 'Dobitak', '談判', 'Переговоры'],
  'a slip': [
    'Geológiai',
    'Oferta przekazna do osoby decyzyjnej',
    'Snubitev',
    '日',
    'Поражений',
    'محادثة \\ مراجعة',
  ],
};

describe('the stages of four CRMs in all their languages', () => {
  it('are of the kind that they are in English, but for words that mean something else', ({ skip }) => {
    const others = headers(skip).filter(({ field, label }) => {
      const kind = KINDS[field.replace('stage:', '')];
      return kind !== undefined && kindNamed(label) !== kind;
    });
    expect(new Set(others.map(({ label }) => label))).toEqual(new Set(Object.values(NAMES_LEFT_OUT).flat()));
  });
});

/** The same words in one language, whichever CRM they are of. */
function wordIn({ locale, label }: Header): string {
  return `${locale.split(/[_@]/)[0] ?? ''} ${label.trim().toLowerCase()}`;
}
