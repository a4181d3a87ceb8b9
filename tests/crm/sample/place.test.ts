import { describe, expect, it } from 'vitest';
import { addressFrom, previewPath, readPlace, recordOf } from './place.ts';

const OVER = previewPath('/deals', '10001');

describe('a place', () => {
  it('is a page, or a deal over one', () => {
    expect(readPlace('/deals/10001')).toEqual({ below: '/deals/10001', record: null });
    expect(readPlace(OVER)).toEqual({ below: '/deals', record: '10001' });
    expect(['/deals', '/deals/10001', OVER, '/reps/u101'].map(recordOf)).toEqual([
      null,
      '10001',
      '10001',
      null,
    ]);
  });

  it('has its own address, but for a preview, which keeps that of the list or takes the deal’s', () => {
    expect(addressFrom('/deals', '/deals/10001', 'none')).toBe('/deals/10001');
    expect(addressFrom('/deals', OVER, '1')).toBeNull();
    expect(addressFrom('/deals', '/deals', '1')).toBeNull();
    expect(addressFrom('/', '/deals', '1')).toBe('/deals');
    expect(addressFrom('/deals', OVER, 'path')).toBe('/deals/10001');
    expect(addressFrom('/deals/10001', '/deals', 'path')).toBe('/deals');
    expect(addressFrom('/deals', '/deals', 'none')).toBe('/deals');
  });
});
