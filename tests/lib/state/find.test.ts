import { describe, expect, test } from 'vitest';
import type { FindAsk, FoundView } from '@/lib/domain/views';
import { Find } from '@/lib/state/find';
import { NamePerson } from '@/lib/state/name-person';
import { People } from '@/lib/state/people';
import { ANA, BRUNO, fakeClient, note, TODAY } from '../../components/fakes';

function page(words: string, before: number | null = null): FoundView {
  return { notes: [{ ...note(1, words), repName: BRUNO.name }], count: 1, before, people: [] };
}

describe('a search', () => {
  test('shows the answer to what was typed last, whatever comes later', async () => {
    const gives = new Map<string, () => void>();
    const client = fakeClient({
      find: ({ words }: FindAsk) => new Promise((done) => gives.set(words, () => done(page(words)))),
    });
    const find = new Find(client);
    const [first, second] = [find.look('pri'), find.look('price')];
    gives.get('price')?.();
    await second;
    gives.get('pri')?.();
    await first;
    expect(find.pages.value?.[0]?.notes[0]?.text).toBe('price');
  });

  test('sends words and filters, and asks for older pages with the last order', async () => {
    const client = fakeClient({ find: ({ words }: FindAsk) => page(words, 7) });
    const find = new Find(client);
    await find.look('price');
    await find.narrow({ rep: 'r1', kind: 'praise', deal: { key: 'd', name: 'Acme' } });
    await find.more();
    expect(client.asked.map(({ ask }) => ask)).toEqual([
      { words: 'price', rep: null, deal: null, kind: null, before: null },
      { words: 'price', rep: 'r1', deal: 'd', kind: 'praise', before: null },
      { words: 'price', rep: 'r1', deal: 'd', kind: 'praise', before: null },
      { words: 'price', rep: 'r1', deal: 'd', kind: 'praise', before: 7 },
    ]);
    expect(find.pages.value).toHaveLength(2);
  });

  test('that is refused keeps what stood there, and says why', async () => {
    const client = fakeClient({ find: page('kept') });
    const find = new Find(client);
    await find.open();
    client.answers.find = { ok: false, refusal: 'storage' };
    await find.look('x');
    expect([find.problem.value, find.pages.value?.length]).toEqual(['storage', 1]);
    client.answers.find = page('again');
    await find.again();
    expect(find.problem.value).toBeNull();
  });

  test('that was never opened asks for nothing when something is kept, and nothing stays after blanking', async () => {
    const client = fakeClient({ find: page('kept') });
    const find = new Find(client);
    await find.again();
    expect(client.asked).toEqual([]);
    const opening = find.open();
    find.blank();
    await opening;
    expect(find.pages.value).toBeNull();
  });
});

describe('naming the person of a note', () => {
  async function build(answers: Parameters<typeof fakeClient>[0] = {}) {
    const line = { notes: 0, deals: 0, lastSeen: TODAY };
    const client = fakeClient({
      people: {
        people: [
          BRUNO,
          ANA,
          { ...ANA, id: 'other', name: 'Twin' },
          { ...BRUNO, id: 'two', name: 'twin' },
        ].map((one) => ({ ...one, ...line })),
      },
      addPerson: { rep: { ...ANA, id: 'new' } },
      ...answers,
    });
    const people = new People(client);
    await people.ask();
    const opened: string[] = [];
    return {
      client,
      opened,
      named: new NamePerson({
        client,
        people,
        box: { wantCursor: () => opened.push('cursor') },
        open: (rep) => opened.push(rep),
      }),
    };
  }

  test.each(['Bruno Müller', ' bruno muller ', 'BRUNO MÜLLER'])(
    'opens who is known as "%s"',
    async (name) => {
      const { named, opened, client } = await build();
      named.write(name);
      await named.go();
      expect([opened, client.sent, named.name.value]).toEqual([['cursor', BRUNO.id], [], '']);
    },
  );

  test('asks about a new name first, and adds it at the second time', async () => {
    const { named, opened, client } = await build();
    named.write('Daan Visser');
    await named.go();
    expect([named.asks.value, client.sent, opened]).toEqual(['Daan Visser', [], []]);
    await named.go();
    expect(client.sent).toEqual([{ command: 'addPerson', ask: { name: 'Daan Visser' } }]);
    expect(opened).toEqual(['cursor', 'new']);
  });

  test('asks anew where the name was changed meanwhile', async () => {
    const { named, client } = await build();
    named.write('Daan');
    await named.go();
    named.write('Daan V');
    await named.go();
    expect([named.asks.value, client.sent]).toEqual(['Daan V', []]);
  });

  test('does nothing without a name, and guesses no one of several', async () => {
    const { named, opened, client } = await build();
    named.write('  ');
    await named.go();
    expect(named.problem.value).toBeNull();
    named.write('Twin');
    await named.go();
    expect([named.problem.value, opened, client.sent]).toEqual(['several-people', [], []]);
  });

  test('that is refused keeps the name', async () => {
    const { named, opened } = await build({ addPerson: { ok: false, refusal: 'not-saved' } });
    named.write('Daan');
    await named.go();
    await named.go();
    expect([named.problem.value, named.name.value, opened]).toEqual(['not-saved', 'Daan', []]);
  });
});
