import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  dayNumber,
  daysBetween,
  isIsoDay,
  isoDay,
  isoWithOffset,
  offsetOf,
} from '@/lib/domain/time';

const MOMENT = Date.UTC(2026, 10, 24, 23, 30, 5, 999);

test.each([
  [0, '2026-11-24T23:30:05+00:00', '2026-11-24'],
  [60, '2026-11-25T00:30:05+01:00', '2026-11-25'],
  [345, '2026-11-25T05:15:05+05:45', '2026-11-25'],
  [-210, '2026-11-24T20:00:05-03:30', '2026-11-24'],
])('a moment at %i minutes east of UTC is %s', (offset, text, day) => {
  expect(isoWithOffset(MOMENT, offset)).toBe(text);
  expect(isoDay(MOMENT, offset)).toBe(day);
});

test('a moment read back is the same moment, to the second', () => {
  const minutes = fc.integer({ min: -900, max: 900 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), minutes, (seconds, offset) => {
      expect(Date.parse(isoWithOffset(seconds * 1_000, offset))).toBe(seconds * 1_000);
      expect(offsetOf(isoWithOffset(seconds * 1_000, offset))).toBe(offset);
    }),
  );
});

test('days are added across months, leap days and the end of summer time', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
});

test('adding days and counting them agree', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: -5_000, max: 5_000 }),
      (start, days) => {
        const day = addDays('1990-01-01', start);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      },
    ),
  );
});

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '2026-11-24T10:00', '24.11.2026', '', '2026-11-24 '])(
  '%j is no ISO day',
  (text) => {
    expect(isIsoDay(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow('Not an ISO day');
  },
);

test('days since 1970 begin at midnight UTC', () => {
  expect(dayNumber(86_399_999)).toBe(0);
  expect(dayNumber(86_400_000)).toBe(1);
});

test('a moment in UTC has no offset', () => {
  expect(offsetOf('2026-11-24T18:02:11Z')).toBe(0);
});
