import { describe, expect, test } from 'vitest';
import { matchPattern, originOf } from '@/lib/domain/origin';

describe('the origin of an address', () => {
  test.each([
    'javascript:alert(1)',
    'mailto:ana@example.com',
    'ftp://files.example.com',
    'file:///etc/passwd',
    'chrome-extension://abc/panel.html',
    'https://name:secret@crm.example.com',
    'https://name@crm.example.com',
    'two words',
    'http://',
    '',
    '   ',
  ])('is refused for %j', (address) => {
    expect(originOf(address)).toBeNull();
  });

  test.each([
    ['https://crm.example.com/deals/1?a=b#c', 'https://crm.example.com'],
    ['http://intranet:8080/crm', 'http://intranet:8080'],
    ['https://crm.example.com:443/', 'https://crm.example.com'],
    ['  crm.example.com/deals ', 'https://crm.example.com'],
    ['localhost:8443', 'https://localhost:8443'],
    ['HTTP://CRM.Example.COM', 'http://crm.example.com'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
  ])('of %j is %j', (address, origin) => {
    expect(originOf(address)).toBe(origin);
  });
});

describe('the pattern that a browser is asked for', () => {
  test('names the port', () => {
    expect(matchPattern('http://intranet:8080', { withoutPort: false })).toBe('http://intranet:8080/*');
  });

  test('leaves the port out for a browser that never matches one', () => {
    expect(matchPattern('http://intranet:8080', { withoutPort: true })).toBe('http://intranet/*');
  });
});
