import type { Page } from 'playwright';
import type { CommandName, Commands } from '../../lib/domain/views.ts';

/** Says one command to the background as the workspace would, to fill a profile without a hundred clicks. */
export async function command<N extends CommandName>(
  workspace: Page,
  name: N,
  ask: Commands[N]['ask'],
): Promise<Commands[N]['answer']> {
  const message = JSON.stringify({ from: 'screen', name: 'command', session: null, command: name, ask });
  const answer: unknown = await workspace.evaluate((said) => {
    const whole: object = JSON.parse(said);
    return chrome.runtime.sendMessage({
      ...whole,
      operation: crypto.randomUUID(),
      at: new Date().toISOString(),
    });
  }, message);
  const given = answer as { ok: boolean; value: Commands[N]['answer'] } | null;
  if (!given?.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return given.value;
}
