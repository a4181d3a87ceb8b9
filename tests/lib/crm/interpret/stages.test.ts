import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindNamed, kindsOf } from '@/lib/crm/interpret/stages';
import { stageLines } from '@/lib/crm/interpret/stages/words';
import { statusIn } from '@/lib/crm/interpret/status';
import { wordKey } from '@/lib/crm/interpret/word-table';
import { espocrm } from '@/lib/crm/recipes/espocrm';
import { STAGE_KINDS, type StageKind } from '@/lib/domain/stage';

const OPEN: readonly StageKind[] = ['new', 'qualified', 'proposal', 'negotiation'];
const lines = stageLines();

describe('the stages that a CRM comes with', () => {
  it.each<[string, [string, StageKind][]]>([
    [
      'Salesforce',
      [
        ['Prospecting', 'new'],
        ['Qualification', 'qualified'],
        ['Needs Analysis', 'qualified'],
        ['Value Proposition', 'qualified'],
        ['Id. Decision Makers', 'qualified'],
        ['Perception Analysis', 'qualified'],
        ['Proposal/Price Quote', 'proposal'],
        ['Negotiation/Review', 'negotiation'],
        ['Closed Won', 'won'],
        ['Closed Lost', 'lost'],
      ],
    ],
    [
      'HubSpot',
      [
        ['Appointment Scheduled', 'new'],
        ['Qualified To Buy', 'qualified'],
        ['Presentation Scheduled', 'proposal'],
        ['Decision Maker Bought-In', 'negotiation'],
        ['Contract Sent', 'negotiation'],
        ['Closed Won', 'won'],
        ['Closed Lost', 'lost'],
      ],
    ],
    [
      'Odoo',
      [
        ['New', 'new'],
        ['Qualified', 'qualified'],
        ['Proposition', 'proposal'],
        ['Won', 'won'],
      ],
    ],
    [
      'Odoo in French',
      [
        ['Nouveau', 'new'],
        ['Qualifié', 'qualified'],
        ['Proposition', 'proposal'],
        ['Gagné', 'won'],
      ],
    ],
    [
      'Atomic CRM',
      [
        ['Opportunity', 'new'],
        ['Proposal Sent', 'proposal'],
        ['In Negotiation', 'negotiation'],
        ['Won', 'won'],
        ['Lost', 'lost'],
        ['Delayed', 'own'],
      ],
    ],
    [
      'EspoCRM in German',
      [
        ['Identifikation', 'new'],
        ['Qualifikation', 'qualified'],
        ['Angebot', 'proposal'],
        ['Verhandlung', 'negotiation'],
        ['Gewonnen', 'won'],
        ['Verloren', 'lost'],
      ],
    ],
    [
      'EspoCRM in Czech',
      [
        ['Průzkum', 'new'],
        ['Kvalifikace', 'qualified'],
        ['Nabídka', 'proposal'],
        ['Vyjednávání', 'negotiation'],
        ['Vyhráno', 'won'],
        ['Ztraceno', 'lost'],
      ],
    ],
    [
      'EspoCRM in Japanese',
      [
        ['見込み', 'new'],
        ['資格', 'qualified'],
        ['提案', 'proposal'],
        ['交渉', 'negotiation'],
        ['受注', 'won'],
        ['失注', 'lost'],
      ],
    ],
    [
      'Pipedrive',
      [
        ['Qualified', 'qualified'],
        ['Contact Made', 'qualified'],
        ['Demo Scheduled', 'qualified'],
        ['Proposal Made', 'proposal'],
        ['Negotiations Started', 'negotiation'],
      ],
    ],
    [
      'Dynamics',
      [
        ['0-Qualify', 'qualified'],
        ['1-Develop', 'qualified'],
        ['2-Propose', 'proposal'],
        ['3-Close', 'negotiation'],
      ],
    ],
    [
      'Frappe CRM',
      [
        ['Qualification', 'qualified'],
        ['Demo/Making', 'qualified'],
        ['Proposal/Quotation', 'proposal'],
        ['Negotiation', 'negotiation'],
        ['Ready to Close', 'negotiation'],
        ['Won', 'won'],
        ['Lost', 'lost'],
      ],
    ],
  ])('%s', (_, stages) => {
    expect(kindsOf(stages.map(([stage]) => stage))).toEqual(stages.map(([, kind]) => kind));
  });
});

describe('a stage by its name', () => {
  it.each(['Proposal', 'PROPOSAL', '3. Proposal', '2 - Proposal', '(50%) Proposal', 'Proposal (50 %)'])(
    'is known as %j',
    (name) => {
      expect(kindNamed(name)).toBe('proposal');
    },
  );

  it.each(['', '50%', '3', 'Proposal review', 'Wonderland', 'Won back', 'Closed', 'On hold', 'Fertig'])(
    'is of no kind as %j',
    (name) => {
      expect(kindNamed(name)).toBeNull();
      expect(kindsOf([name])).toEqual(['own']);
    },
  );

  it('that ends a deal on one CRM alone is told by its recipe', () => {
    const [page] = espocrm.pages;
    const stages = ['اکتشاف', 'بسته شد', 'بسته شده است'];
    expect(kindsOf(stages, page)).toEqual(['new', 'won', 'lost']);
    expect(kindsOf(stages)).toEqual(['new', 'own', 'own']);
  });

  it('is the end that the status is', () => {
    for (const { meaning, words } of lines) {
      const ends = meaning === 'won' || meaning === 'lost' ? meaning : null;
      for (const word of words) expect(statusIn(word, {}), word).toBe(ends);
    }
    expect(statusIn('7. Closed Won (100%)', {})).toBe('won');
  });

  it('has one kind in all languages', () => {
    const kinds = new Map<string, string>();
    for (const { lang, meaning, words } of lines) {
      for (const word of words) {
        expect(kinds.get(wordKey(word)) ?? meaning, `${lang}: ${word}`).toBe(meaning);
        kinds.set(wordKey(word), meaning);
        expect(kindNamed(word), word).toBe(meaning);
      }
    }
  });
});

describe('a stage by its place', () => {
  it.each<[string, string[], StageKind[]]>([
    ['between two of one kind', ['Offer', 'Legal', 'Quote sent'], ['proposal', 'proposal', 'proposal']],
    ['and so are several', ['New', 'A', 'B', 'Lead in'], ['new', 'new', 'new', 'new']],
    ['not between two kinds', ['Qualified', 'Legal', 'Proposal'], ['qualified', 'own', 'proposal']],
    ['not before the first', ['Wish', 'New'], ['own', 'new']],
    ['not after the last', ['Negotiation', 'Legal', 'Won'], ['negotiation', 'own', 'won']],
    ['not between the ends', ['Won', 'Handover', 'Closed Won'], ['won', 'own', 'won']],
    ['not over an end', ['Proposal', 'Won', 'Legal', 'Offer'], ['proposal', 'won', 'own', 'proposal']],
    [
      'nor where it went back',
      ['Qualified', 'Offer', 'Contract', 'New'],
      ['qualified', 'proposal', 'negotiation', 'own'],
    ],
    [
      'nor where two contradict each other',
      ['New', 'Offer', 'Qualified', 'Contract'],
      ['new', 'own', 'own', 'negotiation'],
    ],
    [
      'but where its place tells after all',
      ['Offer', 'Quote', 'New', 'Proposal'],
      ['proposal', 'proposal', 'proposal', 'proposal'],
    ],
    ['and the ends are where they are', ['Lost', 'Won', 'New', 'Offer'], ['lost', 'won', 'new', 'proposal']],
    ['nowhere', [], []],
  ])('%s: %j', (_, stages, kinds) => {
    expect(kindsOf(stages)).toEqual(kinds);
  });

  const known = fc.constantFrom('New', 'Lead in', 'Qualified', 'Offer', 'Quote', 'Contract', 'Won', 'Lost');
  const any = fc.oneof(known, fc.constantFrom('Legal', 'On hold', 'Handover'), fc.string());

  it('never takes a deal back', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (stages) => {
        const kinds = kindsOf(stages);
        expect(kinds).toHaveLength(stages.length);
        for (const kind of kinds) expect(STAGE_KINDS).toContain(kind);
        const open = kinds.map((kind) => OPEN.indexOf(kind)).filter((rank) => rank >= 0);
        expect(open).toEqual(open.toSorted((one, other) => one - other));
      }),
    );
  });

  it('never ends one', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (stages) => {
        const ends = (kind: StageKind | null) => (kind === 'won' || kind === 'lost' ? kind : null);
        expect(kindsOf(stages).map(ends)).toEqual(stages.map((stage) => ends(kindNamed(stage))));
      }),
    );
  });

  it('takes the word of every name that no longest way around it contradicts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OPEN), { maxLength: 9 }), (named) => {
        const kinds = kindsOf(
          named.map((kind) => ({ new: 'New', proposal: 'Offer' })[kind as 'new'] ?? kind),
        );
        const sure = surelyNamed(named);
        for (const [at, kind] of named.entries()) if (sure.has(at)) expect(kinds[at]).toBe(kind);
        const others = kinds.filter((kind, at) => !sure.has(at) && kind !== 'own');
        expect(others.every((kind) => named.some((one, at) => sure.has(at) && one === kind))).toBe(true);
      }),
    );
  });
});

/** Where every longest selection that never goes back passes: tried out one by one. */
function surelyNamed(named: readonly StageKind[]): Set<number> {
  const places = [...named.keys()];
  const rankAt = (at = 0) => OPEN.indexOf(named[at] ?? 'own');
  const ways = Array.from({ length: 2 ** named.length }, (_, bits) =>
    places.filter((at) => (bits >> at) % 2 === 1),
  ).filter((way) => way.every((at, i) => i === 0 || rankAt(way[i - 1]) <= rankAt(at)));
  const longest = Math.max(...ways.map((way) => way.length));
  const best = ways.filter((way) => way.length === longest);
  return new Set(places.filter((at) => best.every((way) => way.includes(at))));
}
