import { afterEach, expect, test } from 'vitest';
import { atomic } from '@/lib/crm/recipes/atomic';
import { closePages, look, open, openNothing } from '../collect/page';
import { Stage } from '../collect/staged';

/** A deal stands in a dialog, an archived one under a banner and without a way to its form. */

afterEach(closePages);

const deal = (name: string, above: string, beside: string) =>
  `<div role="dialog" data-state="open"><div>${above}<div><div><h2>${name}</h2>${beside}</div>
    <div><div><span>Stage</span><span>Stage of ${name}</span></div></div></div></div></div>`;
const edited = (id: string, name: string) => deal(name, '', `<a href="#/deals/${id}">Edit</a>`);
const archived = (name: string) =>
  deal(name, '<div><h3>Archived Deal</h3></div>', '<button>Send back to the board</button>');

function watching(html: string, url: string) {
  const page = open(html);
  const stage = new Stage({ url, recipe: atomic, look: (of, at) => look(page, of, openNothing, at) });
  stage.start();
  stage.pass(4_000);
  return { page, stage };
}

test('an archived deal is read after others, and others after it', () => {
  const { page, stage } = watching(edited('26', 'Pump'), '/#/deals/26/show');
  stage.go('/#/deals/9/show');
  stage.pass(400);
  page.body.innerHTML = archived('Ferry');
  stage.pass(1_000);
  stage.go('/#/deals/27/show');
  stage.pass(400);
  page.body.innerHTML = edited('27', 'Crane');
  stage.pass(1_000);
  expect(stage.heard()).toEqual([
    'settled 0 Pump',
    'moved 1',
    'settled 1 Ferry',
    'moved 2',
    'settled 2 Crane',
  ]);
});

test('one archived deal is never taken for another', () => {
  const { page, stage } = watching(archived('Ferry'), '/#/deals/9/show');
  stage.go('/#/deals/8/show');
  stage.pass(4_000);
  expect(stage.heard()).toEqual(['settled 0 Ferry', 'moved 1']);
  page.body.innerHTML = archived('Barge');
  stage.pass(1_000);
  expect(stage.heard()).toEqual(['settled 1 Barge']);
});
