import { describe, expect, it } from 'vitest';
import type { ReadField } from '@/lib/domain/reading';
import { STAGE_KINDS, statusOfKind, withStage, type KnownStage } from '@/lib/domain/stage';

const status = (more: Partial<ReadField> = {}) => ({
  fields: {
    status: { state: 'inferred', value: 'open', reason: 'from-stage', how: 'test', ...more } as ReadField,
  },
});
const said = (kind: KnownStage['kind'], byManager = true): KnownStage => ({
  name: 'Done',
  kind,
  said: byManager,
});

describe('what the manager said of a stage', () => {
  it('tells the end of a deal whose status was taken from its stage', () => {
    expect(withStage(status(), said('won')).fields.status).toMatchObject({ state: 'inferred', value: 'won' });
    expect(withStage(status(), said('lost')).fields.status).toMatchObject({ value: 'lost' });
    expect(withStage(status({ state: 'read', value: 'won' }), said('proposal')).fields.status).toMatchObject({
      state: 'inferred',
      value: 'open',
    });
  });

  it('leaves a status that the page shows itself, and one that nobody spoke of', () => {
    const { reason: _, ...own } = status({ state: 'read', value: 'open' }).fields.status;
    expect(withStage({ fields: { status: own } }, said('won')).fields.status.value).toBe('open');
    expect(withStage(status(), said('won', false)).fields.status.value).toBe('open');
    expect(withStage(status(), null).fields.status.value).toBe('open');
    expect(withStage({ fields: {} }, said('won')).fields).toEqual({});
  });

  it('takes back an end that was said before: a step of the team is none', () => {
    const won = withStage(status(), said('won'));
    expect(withStage(won, said('own')).fields.status.value).toBe('open');
    expect(withStage(won, said('lost')).fields.status.value).toBe('lost');
  });

  it('is a status, whatever the kind', () => {
    expect(STAGE_KINDS.map(statusOfKind)).toEqual(['open', 'open', 'open', 'open', 'won', 'lost', 'open']);
  });
});
