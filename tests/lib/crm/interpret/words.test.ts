import { describe, expect, it } from 'vitest';
import { personOf, userIdIn } from '@/lib/crm/interpret/people';
import { statusIn } from '@/lib/crm/interpret/status';
import { inert, isEmpty, shortened, TEXT_LIMIT } from '@/lib/crm/interpret/text';
import { espocrm } from '@/lib/crm/recipes/espocrm';

describe('words of a page', () => {
  it.each([
    ['a\u0000b', 'a b'],
    ['  two\n\t words ', 'two words'],
    ['\u202eevil\u202c', 'evil'],
    ['\u2066iso\u2069late\u200f', 'isolate'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'],
    ['half \ud83d', 'half \ufffd'],
  ])('%j become %j', (raw, text) => {
    expect(inert(raw)).toBe(text);
  });

  it('are cut, never inside a character', () => {
    const { text, cut } = shortened(`${'x'.repeat(TEXT_LIMIT - 1)}👍👍`);
    expect(cut).toBe(true);
    expect(text).toBe('x'.repeat(TEXT_LIMIT - 1));
    expect(inert('y'.repeat(1_000_000)).length).toBeLessThanOrEqual(4_000);
  });

  it('mean nothing when they are dashes or the words of the CRM for it', () => {
    expect(['', '-', '--', '—', '...'].every((text) => isEmpty(text))).toBe(true);
    expect(isEmpty('Kein(e)', ['kein(e)'])).toBe(true);
    expect(isEmpty('None Ltd.', ['none'])).toBe(false);
  });
});

describe('a person', () => {
  it.each([
    ['Bruno Müller', '/#User/view/6b0403af9ece09ad7', '6b0403af9ece09ad7'],
    ['Sinéad O’Connor', '/lightning/r/User/005A0000001abcd/view', '005A0000001abcd'],
    ['森 さくら', 'https://crm.example/users/12?tab=1', '12'],
    ['Ann', 'https://crm.example/accounts/12', null],
    ['Ann', 'javascript:alert(1)//#User/view/evil', null],
    ['Ann', ' data:text/html,/users/1', null],
    ['Ann', undefined, null],
  ])('%s at %s has the id %s', (raw, link, userId) => {
    expect(personOf({ locator: 0, raw, ...(link === undefined ? {} : { link }) })).toEqual({
      name: raw,
      userId,
      cut: false,
    });
  });

  it.each(['', '-', '—', '42', '...'])('"%s" is nobody', (raw) => {
    expect(personOf({ locator: 0, raw })).toBeNull();
  });

  it('is nobody where the CRM says so', () => {
    expect(personOf({ locator: 0, raw: 'Unassigned' }, ['unassigned'])).toBeNull();
  });

  it.each([
    ['Ana Prado (ana@acme.example)', 'Ana Prado'],
    ['Ana Prado (Deactivated User)', 'Ana Prado'],
    ['Änne Thoma (Deaktivierter Benutzer)', 'Änne Thoma'],
    ['Ana Prado (Usuario desactivado)', 'Ana Prado'],
    ['高橋 美咲 (無効なユーザー)', '高橋 美咲'],
    ['Ana Prado (Berlin)', 'Ana Prado (Berlin)'],
    ['Ana (Anouk) Prado', 'Ana (Anouk) Prado'],
  ])('%s is called %s', (raw, name) => {
    expect(personOf({ locator: 0, raw })?.name).toBe(name);
  });

  it('gives no id from a link without end', () => {
    expect(userIdIn(`/users/${'1'.repeat(3_000)}`)).toBeNull();
  });
});

describe('a status', () => {
  const [page] = espocrm.pages;

  it.each([
    ['Closed Won', 'won'],
    ['Closed Lost', 'lost'],
    ['Gewonnen', 'won'],
    ['Verloren', 'lost'],
    ['Vyhráno', 'won'],
    ['受注', 'won'],
    ['失注', 'lost'],
    ['Open', 'open'],
    ['Negotiation', null],
    ['Wonderland', null],
  ])('%s is %s', (words, status) => {
    expect(page && statusIn(words, page)).toBe(status);
  });
});
