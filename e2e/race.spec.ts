import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { axeFindsInLooks, open, toEnd, watch } from './page.ts';

const DEEP = 'lane=xavier_normal&lane=he_normal&lane=pytorch_linear&depth=30&width=32';
const SMALL = 'lane=constant(value=0.5)&lane=xavier_normal&act=tanh&depth=2&width=8&lr=0.1';

/** The training steps at which the decision boundaries are drawn, separated by spaces. */
const bordersAt = (page: Page): Promise<string> =>
  page
    .locator('[data-boundary-step]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-boundary-step')).join(' '));

interface TrainingFile {
  readonly format: string;
  readonly lanes: readonly {
    readonly config: Record<string, unknown>;
    readonly runs: readonly {
      readonly seed: number;
      readonly learnedAt: number | null;
      readonly steps: readonly number[];
      readonly loss: readonly number[];
      readonly distinctUnits: readonly (readonly number[])[];
    }[];
  }[];
}

async function downloaded(page: Page): Promise<TrainingFile> {
  const waiting = page.waitForEvent('download');
  await page.locator('[data-export="json"]').click();
  return JSON.parse(await readFile(await (await waiting).path(), 'utf8'));
}

test('He learns thirty layers, Xavier stays at ln 2; the page and the script agree', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, `#/train?${DEEP}`);
  await toEnd(page);
  const standing = page.locator('[data-standing]');
  await expect(standing.nth(0)).toContainText('never 95 %');
  await expect(standing.nth(1)).toContainText('95 % right at step');
  await expect(page.locator('figure[data-chart="loss"] [data-of-lane] circle')).toHaveCount(1);
  const file = await downloaded(page);
  expect(file.format).toBe('init-lab/training@1');
  const { stdout } = spawnSync('node', ['scripts/train.mjs', DEEP], { encoding: 'utf8' });
  const script: TrainingFile = JSON.parse(stdout);
  file.lanes.forEach(({ config, runs: [run] }, index) => {
    const other = script.lanes[index]!;
    expect(config).toEqual(other.config);
    expect(run!.learnedAt).toBe(other.runs[0]!.learnedAt);
    expect(run!.steps).toEqual(other.runs[0]!.steps);
    // The script's kernels may round differently, and thirty layers amplify the difference.
    expect(Math.abs(run!.loss.at(-1)! - other.runs[0]!.loss.at(-1)!)).toBeLessThan(1e-3);
  });
  expect(problems).toEqual([]);
});

test('the playhead can be dragged back: borders and units are those of that step', async ({
  page,
}) => {
  await open(page, `#/train?${SMALL}&input=moons`);
  await toEnd(page);
  await expect.poll(() => bordersAt(page)).toBe('1000 1000');
  const scrub = page.locator('[data-control="scrub"]');
  await scrub.fill('137');
  await expect(page.locator('[data-playhead="137"]')).toBeVisible();
  await expect.poll(() => bordersAt(page)).toBe('137 137');
  await page.locator('[data-action="step-on"]').click();
  await expect.poll(() => bordersAt(page)).toBe('138 138');
  await page.locator('[data-action="step-back"]').click();
  await expect.poll(() => bordersAt(page)).toBe('137 137');
  await page.locator('[data-control="inside"] input[value="layers"]').check();
  await expect(page.locator('figure[data-lane="1"][data-layer="2"]')).toHaveCount(1);
});

test('the race plays, pauses, waits at a step and starts again', async ({ page }) => {
  await open(page, `#/train?${SMALL}`);
  const playhead = async (): Promise<number> =>
    Number(await page.locator('[data-playhead]').getAttribute('data-playhead'));
  await expect.poll(playhead).toBeGreaterThan(20);
  await page.locator('[data-action="play"]').click();
  const held = await playhead();
  await page.waitForTimeout(300);
  expect(Math.abs((await playhead()) - held)).toBeLessThan(20);
  // Set while the race is paused; on a slow machine the playhead could otherwise run past it.
  await page.locator('[aria-labelledby="stop-at"]').fill('60');
  await page.locator('[aria-labelledby="stop-at"]').press('Enter');
  await page.locator('[data-action="restart"]').click();
  await page.locator('[data-control="pace"] input[value="fast"]').check();
  await expect.poll(playhead).toBe(60);
  await page.waitForTimeout(300);
  expect(await playhead()).toBe(60);
});

test('a constant stays one unit until a hand pushes one weight', async ({ page }) => {
  await open(page, `#/train?${SMALL}`);
  await toEnd(page);
  await page.locator('[data-control="inside"] input[value="units"]').check();
  const distinct = page.locator('figure[data-chart="units"]').first();
  await expect(distinct).toContainText('1 unit, 8 times');
  await page.locator('figure[data-chart="units"] path[data-unit="5"]').first().click();
  await expect(page.getByText('starts 0.01 higher')).toContainText('unit 5');
  await toEnd(page);
  await expect(distinct).toContainText('2 of 8 units');
  await page.locator('[data-action="unnudge"]').click();
  await toEnd(page);
  await expect(distinct).toContainText('1 unit, 8 times');
});

test('a rate too high diverges, and the curve says where', async ({ page }) => {
  const problems = watch(page);
  await open(
    page,
    '#/train?lane=random_normal(std=1)&lane=he_normal&act=linear&depth=4&width=32&lane=he_normal;lr=0.01&lr=50&steps=200',
  );
  await toEnd(page);
  await expect(page.locator('[data-standing]').first()).toContainText('diverged at step');
  expect(problems).toEqual([]);
});

test('many seeds: how often each lane learns', async ({ page }) => {
  await open(page, '#/train?lane=he_normal&lane=zeros&depth=4&width=16&lr=0.1&steps=300&seeds=6');
  await toEnd(page);
  const rows = page.locator('[data-panel="seeds"] tbody tr');
  await expect(rows.nth(0)).toContainText('6 of 6');
  await expect(rows.nth(1)).toContainText('0 of 6');
  const { lanes } = await downloaded(page);
  expect(lanes[0]!.runs.map(({ seed }) => seed).toSorted((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6,
  ]);
});

test('the same race with and without a rescue, as a link', async ({ page }) => {
  const query =
    'lane=random_normal(std=0.01)&lane=random_normal(std=0.01);rescue=batch_norm&depth=8&width=32&lr=0.1&steps=500';
  await open(page, `#/train?${query}`);
  await toEnd(page);
  const standing = page.locator('[data-standing]');
  await expect(standing.nth(0)).toContainText('never 95 %');
  await expect(standing.nth(1)).toContainText('95 % right');
  await page.locator('[data-control="momentum"]').fill('1');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('momentum=0.5');
  expect(await page.evaluate(() => decodeURIComponent(location.hash))).toContain(
    'std=0.01);rescue=batch_norm',
  );
});

test('computing can be stopped at once, and goes on where it was', async ({ page }) => {
  await page.goto('/#/train?lane=he_normal&depth=20&width=256&steps=3000');
  await expect(page.locator('[data-progress]')).toContainText('computed', { timeout: 20_000 });
  await page.locator('[data-action="stop"]').click();
  await expect(page.locator('main')).toHaveAttribute('data-run', 'idle');
  await expect(page.locator('[data-progress]')).toContainText('stopped');
  await page.locator('[data-action="go-on"]').click();
  await expect(page.locator('main')).toHaveAttribute('data-run', 'running');
});

test('a race too large is refused with its cost; zero steps become one', async ({ page }) => {
  await page.goto('/#/train?lane=he_normal&depth=100&width=1024&input=shapeset');
  await expect(page.locator('main')).toHaveAttribute('data-run', 'failed');
  await expect(page.getByRole('alert')).toContainText('GB');
  await open(page, '#/train?lane=he_normal&depth=2&width=8&steps=0');
  await expect(page.locator('output', { hasText: 'not quite right' })).toContainText('steps');
});

test('a worker that dies in a race says so, and the race can go on', async ({ page }) => {
  await page.addInitScript(() => {
    const Real = globalThis.Worker;
    let broken = true;
    globalThis.Worker = class extends Real {
      override postMessage(message: { type: string; job?: { kind: string } }): void {
        if (broken && message.job?.kind === 'race') {
          broken = false;
          this.dispatchEvent(new ErrorEvent('error', { message: 'broken' }));
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
        } else super.postMessage(message);
      }
    };
  });
  await page.goto(`/#/train?${SMALL}`);
  await expect(page.getByRole('alert').first()).toContainText('could not be computed');
  await page.locator('[data-action="go-on"]').click();
  await toEnd(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('[data-standing]').nth(1)).toContainText('95 % right');
});

test('axe finds nothing in a race, in any look', async ({ page }) => {
  await open(page, `#/train?${SMALL}&lang=en&theme=light`);
  await toEnd(page);
  for (const tab of [0, 1, 2, 3]) {
    await page.locator('[data-control="inside"] label').nth(tab).click();
    // The rest of the page is the same for each tab.
    const within = tab === 0 ? [] : ['section:has(> div [data-control="inside"])'];
    expect(await axeFindsInLooks(page, within), `tab ${tab}`).toEqual([]);
  }
});

test('nothing of a race sticks out on a phone @phone', async ({ page }) => {
  await open(page, `#/train?${DEEP}&lang=fa`);
  await toEnd(page);
  for (const tab of [0, 1, 2, 3]) {
    await page.locator('[data-control="inside"] label').nth(tab).click();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
  }
});

test('layers of many units are bars; every unit is drawn on demand', async ({ page }) => {
  await open(page, '#/train?lane=zeros&lane=he_normal&depth=2&width=256&steps=50&train_batch=8');
  await page.locator('[data-control="inside"] input[value="units"]').check();
  const figure = page.locator('figure[data-chart="units"]').first();
  await expect(figure.getByText('1/256').first()).toBeVisible();
  await expect(figure.locator('path[data-look]')).toHaveCount(0);
  expect((await figure.boundingBox())!.height).toBeLessThan(500);
  await figure.locator('[data-action="all-units"]').click();
  await expect(figure.locator('path[data-look]').first()).toBeVisible();
});
