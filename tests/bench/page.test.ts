import { expect, it } from 'vitest';
import { extensionTime, type TraceEvent } from './page';

const OURS = { data: { url: 'chrome-extension://a/crm.js' } };
const THEIRS = { data: { url: 'http://crm/app.js' } };

function event(name: string, ts: number, tdur: number, more: Partial<TraceEvent> = {}): TraceEvent {
  return { name, ph: 'X', pid: 1, tid: 1, ts, dur: tdur * 2, tdur, ...more };
}

it("counts an extension's script and all microtasks, by the processor, and nothing else", () => {
  const events = [
    event('EvaluateScript', 0, 9_000, { args: THEIRS }),
    event('EvaluateScript', 20_000, 1_000, { args: OURS }),
    event('RunMicrotasks', 30_000, 2_000),
    event('FunctionCall', 40_000, 500, { args: OURS }),
    event('TimerFire', 50_000, 9_000),
    event('FunctionCall', 90_000, 9_000, { args: OURS, tid: 2 }),
    event('FunctionCall', 99_000, 9_000, { args: OURS, ph: 'I' }),
  ];
  expect(extensionTime(events)).toBe(3.5);
});

it('counts what stands in another of ours once', () => {
  const events = [
    event('EvaluateScript', 0, 1_000, { args: OURS }),
    event('FunctionCall', 200, 500, { args: OURS }),
    event('RunMicrotasks', 300, 500),
  ];
  expect(extensionTime(events)).toBe(1);
});

it('takes the clock where there is no time of the processor', () => {
  const { tdur, ...untimed } = event('EvaluateScript', 0, 1_000, { args: OURS });
  expect(tdur).toBe(1_000);
  expect(extensionTime([untimed])).toBe(2);
});

it('is nothing where no extension ran', () => {
  expect(extensionTime([event('FunctionCall', 0, 1_000, { args: THEIRS })])).toBe(0);
});
