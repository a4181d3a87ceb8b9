import { describe, expect, it } from 'vitest';
import { fieldOfLabel, type LabelMeaning } from '@/lib/crm/interpret/labels';
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

/** The same words in one language, whichever CRM they are of. */
function wordIn({ locale, label }: Header): string {
  return `${locale.split(/[_@]/)[0] ?? ''} ${label.trim().toLowerCase()}`;
}
