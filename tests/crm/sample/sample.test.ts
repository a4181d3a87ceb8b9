import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder, servePages, type Served } from '../serve-folder.ts';
import { accounts, ANCHORS, dataOn, DEAL_COUNT, reps, truthOf } from './data.ts';
import { addDays } from './days.ts';
import { listAmount, type ListAmount } from './list-amount.ts';
import { makeDeal } from './make-deal.ts';
import { serveSample } from './server.ts';
import { readSwitches } from './switches.ts';

const TODAY = '2026-11-24';

describe('the deals of the sample CRM', () => {
  it('are the same for the same day', () => {
    const again = Array.from({ length: DEAL_COUNT }, (_, index) => makeDeal(index, TODAY));
    expect(dataOn(TODAY).deals.slice(12)).toEqual(again.slice(12));
    expect(again.length).toBe(2_000);
  });

  it('move with the day they are seen on', () => {
    expect(truthOf('10500', addDays(TODAY, 3)).createdDate).toBe(
      addDays(truthOf('10500', TODAY).createdDate, 3),
    );
  });

  it('have each its own id, and an owner among the eight reps or none', () => {
    const { deals } = dataOn(TODAY);
    expect(new Set(deals.map((deal) => deal.id)).size).toBe(DEAL_COUNT);
    expect(new Set(deals.map((deal) => deal.owner))).toEqual(new Set([...reps, null]));
    expect(reps.length).toBe(8);
  });

  it('show every lack and every fate that a reader has to tell apart', () => {
    const truths = dataOn(TODAY).deals.map((deal) => truthOf(deal.id, TODAY));
    const share = (lacks: (truth: (typeof truths)[number]) => boolean) =>
      truths.filter(lacks).length / truths.length;
    expect(share((truth) => truth.owner === null)).toBeGreaterThan(0.02);
    expect(share((truth) => truth.amount === null)).toBeGreaterThan(0.03);
    expect(share((truth) => truth.lastActivity === null)).toBeGreaterThan(0.02);
    expect(share((truth) => truth.status === 'open' && truth.nextStep === null)).toBeGreaterThan(0.08);
    expect(share((truth) => truth.status === 'open' && truth.closeDate < TODAY)).toBeGreaterThan(0.04);
    expect(share((truth) => truth.status === 'won')).toBeGreaterThan(0.15);
    expect(share((truth) => truth.status === 'lost')).toBeGreaterThan(0.12);
    expect(new Set(truths.map((truth) => truth.currency))).toEqual(
      new Set(['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'PLN', null]),
    );
  });

  it('have no activity in the future, none planned in the past, and a history in order that ends in their stage', () => {
    for (const deal of dataOn(TODAY).deals) {
      const days = deal.history.map((change) => change.day);
      expect(days).toEqual([...days].sort());
      expect(deal.history.at(-1)?.stage).toBe(deal.stage);
      expect(deal.pipeline.stages).toContain(deal.stage);
      expect(deal.activities.every((activity) => activity.at < TODAY)).toBe(true);
      expect(
        deal.activities.every((activity) => activity.at.slice(0, 10) >= deal.createdAt.slice(0, 10)),
      ).toBe(true);
      expect(deal.planned.every((activity) => activity.at > addDays(TODAY, 1))).toBe(true);
    }
  });

  it('were never created, and never noted on, by their owner', () => {
    for (const deal of dataOn(TODAY).deals) {
      const others = [deal.createdBy, ...deal.notes.map((note) => note.author)].map((person) => person.id);
      expect(others).not.toContain(deal.owner?.id);
    }
  });

  it('hold what their anchors are named after', () => {
    expect(truthOf(ANCHORS.noOwner, TODAY).owner).toBeNull();
    expect(truthOf(ANCHORS.noAmount, TODAY)).toMatchObject({ amount: null, currency: null });
    expect(truthOf(ANCHORS.euro, TODAY)).toMatchObject({ amount: '1250000.5', currency: 'EUR' });
    expect(truthOf(ANCHORS.overdue, TODAY).closeDate).toBe('2026-11-15');
    expect(truthOf(ANCHORS.won, TODAY)).toMatchObject({ status: 'won', stage: 'Won' });
    const { recordId, name, ...twin } = truthOf(ANCHORS.twin, TODAY);
    expect(truthOf(ANCHORS.overdue, TODAY)).toMatchObject(twin);
    expect([recordId, name]).toEqual(['10010', 'Oven controls, line B']);
    expect(Object.values(truthOf(ANCHORS.complete, TODAY))).not.toContain(null);
  });
});

describe('the switches', () => {
  it('ignore what they do not know', () => {
    const plain = readSwitches('?today=2026-11-24');
    expect(readSwitches('?today=2026-11-24&order=mixed&slow=-5&lang=%22x&tie=maybe&rows=&storm=yes')).toEqual(
      plain,
    );
  });

  it('make pages late where an order is asked for, since pages at once cannot be out of order', () => {
    expect(readSwitches('?order=swap').slow).toEqual({ min: 400, max: 400 });
    expect(readSwitches('?order=late').slow).toEqual({ min: 300, max: 1_500 });
    expect(readSwitches('?order=swap&slow=50').slow).toEqual({ min: 50, max: 50 });
  });

  it('take a number of rows, a way of showing them, or both', () => {
    const rows = (value: string) => {
      const switches = readSwitches(`?rows=${value}`);
      return [switches.rows, switches.count];
    };
    expect(['', 'all', 'lazy', '500', '500,lazy', 'window,2500', '0', '-3', 'many'].map(rows)).toEqual([
      ['window', null],
      ['all', null],
      ['lazy', null],
      ['all', 500],
      ['lazy', 500],
      ['window', 2_500],
      ['window', null],
      ['window', null],
      ['window', null],
    ]);
  });

  it('take columns that there are, each once', () => {
    expect(readSwitches('?cols=amount,name,amount,secret').cols).toEqual(['amount', 'name']);
    expect(readSwitches('?cols=secret').cols).toBeNull();
  });

  it('take a time, a span of times, or no more than that it is to be slow', () => {
    const slow = (value: string) => readSwitches(`?slow=${value}`).slow;
    expect(slow('50-90')).toEqual({ min: 50, max: 90 });
    expect(slow('')).toEqual({ min: 300, max: 1_500 });
    const none = readSwitches('').slow;
    expect([none.max, ...['90-50', '-5', '5-', 'x', '1e3'].map((value) => slow(value).max)]).toEqual(
      Array.from({ length: 6 }, () => 0),
    );
  });
});

describe('the amount in a list', () => {
  const shown = (amount: number | null, currency: string, kind: ListAmount) =>
    listAmount({ amount, currency }, kind);

  it('is that of the deal unless it is converted, and none where the deal has none', () => {
    expect(shown(1_250_000.5, 'EUR', 'exact')).toEqual({ amount: 1_250_000.5, currency: 'EUR' });
    expect(shown(1_250_000.5, 'EUR', 'rounded')).toEqual({ amount: 1_250_000.5, currency: 'EUR' });
    expect(shown(null, 'EUR', 'converted')).toBeNull();
  });

  it('is another one in the currency of the company, in which it has no more than cents', () => {
    expect(shown(1_250_000.55, 'EUR', 'converted')).toEqual({ amount: 1_362_500.6, currency: 'USD' });
    expect(shown(125_000, 'USD', 'converted')).toEqual({ amount: 125_000, currency: 'USD' });
    for (const { currency } of accounts)
      expect(shown(100, currency, 'converted')?.amount === 100).toBe(currency === 'USD');
  });
});

describe('the server of the sample CRM', () => {
  let crm: Served;
  beforeAll(async () => {
    crm = await serveSample();
  });
  afterAll(() => crm.close());

  it('gives the app under every address', async () => {
    for (const path of ['/', '/deals', '/deals/10001?slow=5', '/pipeline/renewals', '/reps/u101']) {
      const response = await fetch(crm.url + path);
      expect([response.status, await response.text()]).toEqual([
        200,
        expect.stringContaining('data-app="sample-crm"'),
      ]);
    }
  });

  it('declares the language that is asked for before any script runs', async () => {
    expect(await (await fetch(`${crm.url}/deals?lang=de-DE`)).text()).toContain('<html lang="de-DE">');
    const declared = await fetch(`${crm.url}/deals?lang=de-DE&declare=fr`);
    expect(await declared.text()).toContain('<html lang="fr">');
    expect(await (await fetch(`${crm.url}/deals?declare=`)).text()).toContain('<html>');
  });

  it('sends no policy unless a switch asks for it', async () => {
    const headers = async (query: string) => {
      const response = await fetch(`${crm.url}/deals${query}`);
      const names = ['content-security-policy', 'cross-origin-embedder-policy'];
      return names.map((name) => response.headers.get(name));
    };
    expect(await headers('')).toEqual([null, null]);
    expect(await headers('?csp=strict&coep=1')).toEqual(["default-src 'self'", 'require-corp']);
    expect(await headers('?csp=trusted')).toEqual([
      expect.stringContaining("require-trusted-types-for 'script'"),
      null,
    ]);
  });

  it('serves its modules as scripts without types, and nothing else from its folder', async () => {
    const module = await fetch(`${crm.url}/assets/switches.ts`);
    expect(module.headers.get('content-type')).toContain('text/javascript');
    expect(await module.text()).not.toContain('interface');
    for (const name of ['server.ts', 'sample.test.ts', '..%2fREADME.md', 'none.ts', 'index.html']) {
      expect((await fetch(`${crm.url}/assets/${name}`)).status).toBe(404);
    }
  });
});

describe('the server of saved pages', () => {
  it('finds a page by path and query, else by path, and nothing else', async () => {
    const pages = [
      { path: '/view?id=1', html: 'one' },
      { path: '/view', html: 'any' },
    ];
    const served = await servePages(pages);
    const ask = async (path: string) => (await fetch(served.url + path)).text();
    expect([await ask('/view?id=1'), await ask('/view?id=2'), await ask('/')]).toEqual([
      'one',
      'any',
      'Not found',
    ]);
    await served.close();
  });

  it('serves files of a folder under the paths it is told', async () => {
    const folder = `${import.meta.dirname}/../fixtures/sample`;
    const served = await serveFolder({ folder, routes: { '/deals/10001': 'open-deal.html' } });
    expect(await (await fetch(`${served.url}/deals/10001`)).text()).toContain('Palletiser retrofit');
    await served.close();
  });
});
