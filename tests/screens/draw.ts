import type { Page } from 'playwright';

/** Draws one screen by day and by night. */

export const FOLDER = '.output/screens';

const LIGHTS = ['light', 'dark'] as const;

export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** @param part of the page; all that is in sight without it */
export async function draw(page: Page, name: string, part?: Part): Promise<void> {
  for (const light of LIGHTS) {
    await page.emulateMedia({ colorScheme: light, reducedMotion: 'reduce' });
    await page.screenshot({
      path: `${FOLDER}/${name}-${light}.png`,
      animations: 'disabled',
      ...(part && { clip: part }),
    });
  }
}
