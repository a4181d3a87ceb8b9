import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldOfLabel, labelsOf, type LabelField, type LabelMeaning } from '@/lib/crm/interpret/labels';
import { labelLines } from '@/lib/crm/interpret/labels/lexicon';
import { FIELD_NAMES } from '@/lib/domain/reading';

const LABELLED = FIELD_NAMES.filter((name): name is LabelField => name !== 'recordId');
const lines = labelLines();
const languages = [...new Set(lines.map(({ lang }) => lang))];

describe('a label', () => {
  it.each<[string, string | undefined, LabelMeaning | null]>([
    ['Amount', 'en-US', 'amount'],
    ['Close Date', 'en', 'closeDate'],
    ['Expected closing', 'en', 'closeDate'],
    ['Deal owner', 'en', 'owner'],
    ['Betrag', 'de', 'amount'],
    ['Schlusstermin', 'de-AT', 'closeDate'],
    ['Vlastník', 'cs', 'owner'],
    ['Další krok', 'cs-CZ', 'nextStep'],
    ['取引先名', 'ja', 'account'],
    ['完了予定日', 'ja-JP', 'closeDate'],
    ['Propriétaire de l’opportunité', 'fr', 'owner'],
    ['Fecha de cierre', 'es_419', 'closeDate'],
    ['Prossimo passo', 'it', 'nextStep'],
    ['Verkoopkans', 'nl', 'name'],
    ['Proprietário', 'pt_BR', 'owner'],
    ['Szansa sprzedaży', 'pl', 'name'],
    ['Affärsvärde', 'sv', 'amount'],
    ['Seneste aktivitet', 'da', 'lastActivity'],
    ['Opprettet', 'no', 'createdDate'],
    ['Neste steg', 'nn-NO', 'nextStep'],
    ['Sulkemispäivä', 'fi', 'closeDate'],
    ['Várható lezárás', 'hu', 'closeDate'],
    ['Sumă', 'ro', 'amount'],
    ['Aşama', 'tr', 'stage'],
    ['Ответственный', 'ru', 'owner'],
    ['Відповідальний', 'uk', 'owner'],
    ['Ποσό', 'el', 'amount'],
    ['Търговец', 'bg', 'owner'],
    ['다음 단계', 'ko', 'nextStep'],
    ['创建时间', 'zh-CN', 'createdDate'],
    ['建立日期', 'zh-TW', 'createdDate'],
    ['تاريخ الإغلاق', 'ar', 'closeDate'],
    ['סכום', 'iw', 'amount'],
    ['เจ้าของ', 'th', 'owner'],
    ['Giai đoạn', 'vi', 'stage'],
    ['Pemilik', 'id', 'owner'],
    ['राशि', 'hi', 'amount'],
    ['Цена', 'ru', null],
    ['', 'en', null],
  ])('%s in %s is %s', (label, lang, meaning) => {
    expect(fieldOfLabel(label, lang)).toBe(meaning);
  });

  it.each([
    'Expected Revenue',
    'Weighted value',
    'Amount (Converted)',
    'Probability (%)',
    'Created By',
    'Last Modified By',
    'Assigned To',
    'Account Owner',
    'Start Date',
    'Closed Date',
    'Annual Revenue',
    'Primary Contact',
    'Next Activity Date',
    'Last Stage Change',
    'Erwarteter Umsatz',
    'Wahrscheinlichkeit (%)',
    'Erstellt von',
    'Zuletzt geändert von',
    'Vytvořil',
    'Vážená částka',
    'Řešitel',
    '期待収益',
    '作成者',
    '担当者',
    'Revenu pondéré',
    'Créé par',
    'Ingresos anuales',
    'Fecha de inicio',
    'Contatto principale',
    'Volgende activiteit',
    'Data de início',
    'Data rozpoczęcia',
    'Skapad av',
    'Vægtet beløb',
    'Todennäköisyys',
    'Felelős',
    'Beklenen gelir',
    'Кем создано',
    'Очікуваний дохід',
    'Πιθανότητα',
    '확률',
    '创建人',
    '加權金額',
    'جهة الاتصال',
    'הכנסה צפויה',
    'วันที่เริ่มต้น',
    'Người tạo',
    'Dibuat oleh',
    'वार्षिक राजस्व',
  ])('%s is a look-alike', (label) => {
    expect(fieldOfLabel(label)).toBe('look-alike');
  });

  it.each([
    'AMOUNT',
    '  Amount: ',
    'Amount *',
    '*Amount:',
    'Amount：',
    'Ａｍｏｕｎｔ',
    '\u2066Amount\u2069:\u200e',
    'Close\u00a0Date',
    'Montant\u202f:',
    'FIRSAT TUTARI',
    'ΠΟΣΟ',
  ])('is known as %j', (label) => {
    expect(['amount', 'closeDate']).toContain(fieldOfLabel(label));
  });

  it.each(['Amount due', 'The amount', 'Amount (USD)', 'Stage 2', 'Owners', '12', ':', '*'])(
    'is not known with more or less in it: %j',
    (label) => {
      expect(fieldOfLabel(label)).toBeNull();
    },
  );

  it('that languages disagree on is told by the language alone', () => {
    expect(fieldOfLabel('Partner')).toBeNull();
    expect(fieldOfLabel('Partner', 'xx')).toBeNull();
    expect(fieldOfLabel('Partner', 'hu')).toBe('account');
    expect(fieldOfLabel('Partner', 'en')).toBe('look-alike');
    expect(fieldOfLabel('Partner', 'fr')).toBe('look-alike');
  });

  it('in a language that the page does not declare is still known', () => {
    expect(fieldOfLabel('Amount', 'de')).toBe('amount');
    expect(fieldOfLabel('Betrag', 'en')).toBe('amount');
    expect(fieldOfLabel('Betrag', 'not a language')).toBe('amount');
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string(), (text, lang) => {
        const meaning = fieldOfLabel(text, lang);
        expect([null, 'look-alike', ...LABELLED]).toContain(meaning);
      }),
    );
  });

  it('of any language reads the same, however a page dresses it', () => {
    const line = fc.constantFrom(...lines);
    const dress = fc.constantFrom<(word: string) => string>(
      (word) => `${word}:`,
      (word) => ` ${word} *`,
      (word) => `\u200f${word}\u200e`,
      (word) => word.replaceAll(' ', '\u00a0'),
      (word) => word.toUpperCase(),
      (word) => word.normalize('NFD'),
    );
    fc.assert(
      fc.property(line, fc.nat(), dress, ({ lang, meaning, words }, at, dressed) => {
        const word = words[at % words.length] ?? '';
        expect(fieldOfLabel(dressed(word), lang), `${lang}: ${word}`).toBe(
          meaning === 'not' ? 'look-alike' : meaning,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the labels', () => {
  it.each(LABELLED)('of %s are all its own', (field) => {
    const labels = labelsOf(field);
    expect(labels.length).toBeGreaterThan(15);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(fieldOfLabel(label), label).toBe(field);
  });

  it('leave out what means something else in another language', () => {
    expect(labelsOf('account')).toContain('account');
    expect(labelsOf('account')).not.toContain('partner');
  });

  it('stand in the tables as they are compared, each once', () => {
    for (const lang of languages) {
      const words = lines.filter((line) => line.lang === lang).flatMap((line) => line.words);
      const again = words.filter((word, at) => words.findIndex((other) => sameLabel(word, other)) !== at);
      expect(again, lang).toEqual([]);
      for (const word of words) expect(word).toBe(word.toLowerCase().trim());
    }
  });

  it.each(
    'en de cs ja fr es it nl pt pl sv da nb fi hu ro tr ru uk el bg ko zh-Hans zh-Hant ar he th vi id hi'.split(
      ' ',
    ),
  )('in %s name every field', (lang) => {
    const named = lines.filter((line) => line.lang === lang).map(({ meaning }) => meaning);
    expect([...LABELLED, 'not'].filter((field) => !named.includes(field as LabelField))).toEqual([]);
  });
});

function sameLabel(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0;
}
