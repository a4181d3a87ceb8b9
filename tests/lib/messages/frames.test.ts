import { beforeEach, describe, expect, it } from 'vitest';
import {
  giveToken,
  greet,
  mayRemount,
  REMOUNTS_A_MINUTE,
  sessionOf,
  type Frames,
} from '@/lib/messages/server/frames';

const ORIGIN = 'https://crm.example.com';
const hello = { token: 'token', tab: 7, document: 'frame-document', ancestors: [ORIGIN] };
const on = () => true;
const off = () => false;

let memory: Frames;
const showPage = (tab: number, page: string, once = false) =>
  (memory.tabs as Map<number, { page: string; once: boolean }>).set(tab, { page, once });

beforeEach(() => {
  memory = { tabs: new Map(), mounts: new Map(), sessions: new Map(), remounts: new Map() };
  showPage(7, 'page');
  giveToken(memory, { tab: 7, page: 'page', origin: ORIGIN }, 'token');
});

describe('greet', () => {
  it.each([
    ['a token that nobody gave', { ...hello, token: 'guessed' }],
    ['a token of another tab', { ...hello, tab: 8 }],
    ['a frame in another origin', { ...hello, ancestors: ['https://evil.example'] }],
    ['a frame inside another frame', { ...hello, ancestors: [ORIGIN, ORIGIN] }],
  ])('refuses %s', (_, said) => {
    expect(greet(memory, said, 'session', on)).toBeNull();
    expect(memory.sessions.size).toBe(0);
  });

  it('takes a token once', () => {
    expect(greet(memory, hello, 'first', on)).toMatchObject({ tab: 7, off: false });
    expect(greet(memory, hello, 'second', on)).toBeNull();
  });

  it('refuses a token once the tab shows another document', () => {
    showPage(7, 'next page');
    expect(greet(memory, hello, 'session', on)).toBeNull();
  });

  it('refuses a token that a newer one of the same tab replaced', () => {
    giveToken(memory, { tab: 7, page: 'page', origin: ORIGIN }, 'newer');
    expect(greet(memory, hello, 'session', on)).toBeNull();
    expect(greet(memory, { ...hello, token: 'newer' }, 'session', on)).not.toBeNull();
  });

  it('refuses a site that is off, unless the user clicked there', () => {
    expect(greet(memory, hello, 'session', off)).toBeNull();
    showPage(7, 'page', true);
    giveToken(memory, { tab: 7, page: 'page', origin: ORIGIN }, 'again');
    expect(greet(memory, { ...hello, token: 'again' }, 'session', off)).toMatchObject({ off: true });
  });

  it('admits a browser without ancestorOrigins', () => {
    expect(greet(memory, { ...hello, ancestors: [] }, 'session', on)).not.toBeNull();
  });
});

describe('sessionOf', () => {
  beforeEach(() => void greet(memory, hello, 'session', on));
  const speaker = { tab: 7, document: 'frame-document' };

  it('knows the document that said hello', () => {
    expect(sessionOf(memory, 'session', speaker)).toMatchObject({ tab: 7, origin: ORIGIN });
  });

  it.each([
    ['no session', null, speaker],
    ['a session that nobody gave', 'guessed', speaker],
    ['another tab', 'session', { ...speaker, tab: 8 }],
    ['the same frame loaded again', 'session', { ...speaker, document: 'second document' }],
  ])('refuses %s', (_, shown, who) => {
    expect(sessionOf(memory, shown, who)).toBeNull();
  });

  it('ends when the tab shows another document', () => {
    showPage(7, 'next page');
    expect(sessionOf(memory, 'session', speaker)).toBeNull();
  });

  it('ends when a newer frame of the tab said hello', () => {
    giveToken(memory, { tab: 7, page: 'page', origin: ORIGIN }, 'newer');
    greet(memory, { ...hello, token: 'newer' }, 'newer session', on);
    expect(sessionOf(memory, 'session', speaker)).toBeNull();
  });
});

it('mounts a frame anew at most five times a minute', () => {
  const granted = Array.from({ length: 20 }, (_, second) => mayRemount(memory, 7, second * 1_000));
  expect(granted.filter(Boolean)).toHaveLength(REMOUNTS_A_MINUTE);
  expect(mayRemount(memory, 7, 61_000)).toBe(true);
});
