import { describe, expect, it } from 'vitest';
import { latinDigits, numeralsOf, shifted } from '@/lib/crm/interpret/numbers';

describe('digits on a page', () => {
  it.each([
    ['1234567', ['1234567']],
    ['1,234,567', ['1234567']],
    ['1.234.567', ['1234567']],
    ['12,34,567', ['1234567']],
    ["1'234'567.80", ['1234567.8']],
    ['1 234 567,89', ['1234567.89']],
    ['1\u00a0234', ['1234']],
    ['1\u2009234,5', ['1234.5']],
    ['1٬234٫5', ['1234.5']],
    ['0.500', ['0.5']],
    ['1234,567', ['1234.567']],
    ['007', ['7']],
    ['1.234', ['1.234', '1234']],
    ['999,000', ['999', '999000']],
    ['12.34.5', []],
    ['1,23,4', []],
    ['1 23', []],
    ['1.234,567.8', []],
    ['1 234.567 890', []],
  ])('%s can be read as %j', (text, values) => {
    expect(numeralsOf(text).map((one) => one.value)).toEqual(values);
  });

  it('are understood in every script', () => {
    expect(latinDigits('١٢٣ ۴۵۶ १२ ４５ ๗')).toBe('123 456 12 45 7');
  });

  it('move their point', () => {
    expect(shifted('1.2', 6)).toBe('1200000');
    expect(shifted('7.005', 3)).toBe('7005');
    expect(shifted('0.5', 0)).toBe('0.5');
    expect(shifted('1.23456', 3)).toBe('1234.56');
  });
});
