import { describe, expect, it } from 'vitest';
import { pipelines } from './company.ts';
import { formatOf } from './format.ts';
import { readSwitches } from './switches.ts';
import { LANGUAGES, stageIn, wordsOf, type Word } from './words.ts';

const LANGS = ['en-US', 'de-DE', 'cs-CZ', 'ja-JP'];
const wordsIn = (lang: string) => LANGUAGES[lang.slice(0, 2)]?.words ?? {};

/** Text with its no-break spaces written as `_`, so that they can be seen here. */
const seen = (text: string) => text.replace(/[\u00a0\u202f]/g, '_');

describe('the words', () => {
  it.each(LANGS)('of %s keep every gap that the English ones have', (lang) => {
    const gaps = (words: Record<string, string>) =>
      Object.entries(words).map(([word, text]) => [
        word,
        [...text.matchAll(/\{\w+\}/g)].join().split(',').sort(),
      ]);
    expect(gaps(wordsIn(lang))).toEqual(gaps(wordsIn('en-US')));
  });

  it.each(LANGS)('of %s tell fields apart', (lang) => {
    const fields: Word[] = ['name', 'account', 'owner', 'amount', 'stage', 'status', 'closeDate', 'nextStep'];
    const others: Word[] = ['lastActivity', 'createdDate', 'createdBy', 'source', 'probability', 'score'];
    const labels = [...fields, ...others].map((field) => wordsOf(lang)(field));
    expect(new Set(labels).size).toBe(labels.length);
  });

  it.each(LANGS.slice(1))('of %s name every stage of every pipeline, each its own way', (lang) => {
    const stages = pipelines.flatMap((pipeline) => pipeline.stages);
    expect(Object.keys(LANGUAGES[lang.slice(0, 2)]?.stages ?? {}).sort()).toEqual(
      [...new Set(stages)].sort(),
    );
    expect(new Set(stages.map((stage) => stageIn(lang, stage))).size).toBe(new Set(stages).size);
  });

  it('put values where they belong, in the order of the language', () => {
    const values = { shown: '50', total: '2,000' };
    expect(LANGS.map((lang) => wordsOf(lang)('counted', values))).toEqual([
      '50 of 2,000 deals',
      '50 von 2,000 Deals',
      'Obchody: 50 z 2,000',
      '2,000件中50件の取引',
    ]);
  });

  it('are English where there is no such language', () => {
    expect([wordsOf('fr-FR')('owner'), stageIn('fr', 'Qualify')]).toEqual(['Deal owner', 'Qualify']);
  });
});

describe('the format', () => {
  it.each([
    ['en-US', 'Mar 4, 2026', '€1,250,000.50', '€1.3M', '75%', '1,250,000.50'],
    ['de-DE', '04.03.2026', '1.250.000,50_€', '1,3_Mio._€', '75_%', '1.250.000,50'],
    ['cs-CZ', '4. 3. 2026', '1_250_000,50_€', '1,3_mil._€', '75_%', '1_250_000,50'],
    ['ja-JP', '2026/03/04', '€1,250,000.50', '€125万', '75%', '1,250,000.50'],
  ])('of %s writes days and amounts as people there do', (lang, day, money, rounded, percent, number) => {
    const format = formatOf(lang);
    expect(format.day('2026-03-04')).toBe(day);
    expect(seen(format.money(1_250_000.5, 'EUR'))).toBe(money);
    expect(seen(format.rounded(1_250_000.5, 'EUR'))).toBe(rounded);
    expect(seen(format.percent(75))).toBe(percent);
    expect(seen(format.number(1_250_000.5, 'EUR'))).toBe(number);
    expect(format.parseNumber(format.number(1_250_000.5, 'EUR'))).toBe(1_250_000.5);
  });

  it('and the declared language can differ from the words, each on its own', () => {
    const { lang, format, declare } = readSwitches('?lang=de-DE');
    expect([lang, format, declare]).toEqual(['de-DE', 'de-DE', 'de-DE']);
    expect(readSwitches('?lang=de-DE&format=en-GB')).toMatchObject({ format: 'en-GB', declare: 'de-DE' });
    expect(readSwitches('?lang=de-DE&declare=')).toMatchObject({ format: 'de-DE', declare: '' });
    expect(readSwitches('?declare=fr')).toMatchObject({ lang: 'en-US', format: 'en-US', declare: 'fr' });
  });
});
