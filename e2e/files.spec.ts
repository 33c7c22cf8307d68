import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { exported, open, openMenu, settled, watch } from './page.ts';

async function saved(page: Page, control: Locator): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await control.click();
  return readFile(await (await waiting).path());
}

const figure = (page: Page, chart: string): Locator =>
  page.locator(`figure[data-chart="${chart}"]`);

async function openExport(page: Page): Promise<void> {
  await page.locator('summary', { hasText: /Export|خروجی/ }).click();
}

test('every figure becomes a drawing that needs nothing of the page', async ({ page, context }) => {
  const problems = watch(page);
  const elsewhere = await context.newPage();
  await open(page, '#/lab?lang=fa&theme=dark&depth=4&width=32&batch=32');
  for (const chart of ['lanes', 'loop', 'magnitude-map']) {
    await openMenu(figure(page, chart));
    const control = figure(page, chart).locator('[data-export="svg"]');
    const text = (await saved(page, control)).toString();
    // The file depends on neither the page's styles nor other files.
    expect(text).not.toMatch(/var\(|class=|currentColor|https?:\/\/(?!www\.w3\.org)|color\(srgb/);
    expect(text).toContain("font-family:'Vazirmatn Variable'");
    expect(text).toContain('data:font/woff2;base64,');
    const title = await figure(page, chart).getByRole('heading').first().innerText();
    // Parsed in another page, since this page's policy does not apply to a saved file.
    const shown = await elsewhere.evaluate(
      ([drawing = '']) => {
        const parsed = new DOMParser().parseFromString(drawing, 'image/svg+xml');
        const words = Array.from(parsed.querySelectorAll('text'), (each) => each.textContent);
        return {
          broken: parsed.querySelector('parsererror') !== null,
          words,
          paths: parsed.querySelectorAll('path').length,
          ground: parsed.querySelector('rect')?.getAttribute('fill'),
        };
      },
      [text],
    );
    expect(shown.broken).toBe(false);
    // The lane's name in a title may be a separate text element.
    for (const part of title.split(/\s{2,}/)) expect(shown.words).toContain(part);
    expect(shown.paths).toBeGreaterThan(4);
    expect(shown.ground).toBe('#14171c');
  }
  expect(problems).toEqual([]);
});

test('an image has twice the pixels of the page and its ground', async ({ page }) => {
  await open(page, '#/lab?theme=dark&depth=3&width=32&batch=32');
  const chart = figure(page, 'loop');
  await openMenu(chart);
  const svg = (await saved(page, chart.locator('[data-export="svg"]'))).toString();
  await openMenu(chart);
  const png = await saved(page, chart.locator('[data-export="png"]'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect(svg).toContain(`viewBox="0 0 ${width / 2} ${height / 2}"`);
  const pixels = await page.evaluate(
    async ([address = '']) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4)
        colours.add(data[i]! * 65_536 + data[i + 1]! * 256 + data[i + 2]!);
      return { corner: Array.from(data.subarray(0, 4)), colours: colours.size };
    },
    [`data:image/png;base64,${png.toString('base64')}`],
  );
  expect(pixels.corner).toEqual([0x14, 0x17, 0x1c, 255]);
  expect(pixels.colours).toBeGreaterThan(50);
});

test('a canvas comes along as an image, in the colours of the theme', async ({ page }) => {
  await open(page, '#/lab?lane=he_normal&depth=2&width=32&batch=16');
  await page.locator('label', { hasText: 'weight matrix' }).click();
  const matrix = figure(page, 'weight-matrix');
  await expect(matrix.locator('canvas')).toBeVisible();
  await page.waitForTimeout(500);
  await openMenu(matrix);
  const svg = (await saved(page, matrix.locator('[data-export="svg"]'))).toString();
  expect(svg).toContain('href="data:image/png;base64,');
  // Half of the weights are small, so the mean colour is close to the white background.
  const mean = await matrix.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const sums = [0, 0, 0];
    data.forEach((value, i) => {
      if (i % 4 < 3) sums[i % 4]! += value;
    });
    return sums.map((sum) => sum / (data.length / 4));
  });
  for (const channel of mean) expect(channel).toBeGreaterThan(120);
});

test("a figure's numbers in full precision", async ({ page }) => {
  await open(page, '#/lab?lang=fa&lane=he_normal&lane=zeros&depth=3&width=32&batch=32');
  await openMenu(figure(page, 'loop'));
  const control = figure(page, 'loop').locator('[data-export="figure-csv"]');
  const lines = (await saved(page, control)).toString().trim().split('\r\n');
  const { lanes } = await exported(page);
  expect(lines).toHaveLength(4);
  lines.slice(1).forEach((line, i) => {
    const [layer, std, , zeros] = line.split(',').map(Number);
    expect(layer).toBe(i + 1);
    expect(std).toBe(lanes[0]!.layers[i]!.activations.std);
    expect(zeros).toBe(0);
  });
});

test('the notebook carries the link and the lanes', async ({ page }) => {
  await open(page, '#/lab?lane=he_normal;act=tanh&lane=xavier_uniform(gain=2)&depth=3&seed=7');
  await openExport(page);
  const text = (await saved(page, page.locator('[data-export="notebook"]'))).toString();
  const notebook = JSON.parse(text);
  expect(notebook.nbformat).toBe(4);
  const cells = notebook.cells.map(({ source }: { source: string[] }) => source.join(''));
  expect(cells[0]).toMatch(/<http.*#\/lab\?.*seed=7.*>/);
  expect(cells.join('\n')).toContain('"init": "xavier_uniform"');
  expect(cells.join('\n')).toContain('"gain": 2');
});

test('an exported file brings its lab back', async ({ page }) => {
  await open(
    page,
    '#/lab?lane=he_normal;act=tanh&lane=orthogonal(gain=1.2)&depth=5&width=48&seed=9',
  );
  const before = await exported(page);
  await open(page, '#/lab?depth=2&width=16');
  await page.locator('[data-import]').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(before)),
  });
  await expect(page.locator('[data-opened="yes"]')).toContainText('mine.json');
  await settled(page);
  await expect.poll(() => page.url()).toContain('seed=9');
  const after = await exported(page);
  expect(after.lanes.map(({ config }) => config)).toEqual(before.lanes.map(({ config }) => config));
  expect(after.lanes.map(({ layers }) => layers)).toEqual(before.lanes.map(({ layers }) => layers));
});

const refused = [
  ['a web page', '<!doctype html><title>x</title>', 'html'],
  ['nonsense', 'certainly not', 'not-json'],
  ['half a file', '{"format":"init-lab/experiment@1","lanes":[{"conf', 'not-json'],
  ['another format', '{"format":"init-lab/experiment@99","lanes":[]}', 'other-format'],
  ['a hollow file', '{"format":"init-lab/experiment@1","lanes":[{}]}', 'bad-field'],
  ['nothing at all', '', 'not-json'],
] as const;

test('what is no results file is refused with the reason, and nothing is lost', async ({
  page,
}) => {
  const problems = watch(page);
  await open(page, '#/lab?lang=fa&depth=3&width=32&seed=77');
  const address = page.url();
  for (const [name, text, reason] of refused) {
    const file = { name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(text) };
    await page.locator('[data-import]').setInputFiles(file);
    const notice = page.locator(`[data-opened="${reason}"]`, { hasText: name });
    await expect(notice).toContainText('باز نشد');
  }
  // A 50 MB file, created in the page and dropped on it.
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(50_000_000)], 'film.json'));
    for (const type of ['dragover', 'drop']) {
      const event = new DragEvent(type, {
        dataTransfer: transfer,
        bubbles: true,
        cancelable: true,
      });
      window.dispatchEvent(event);
    }
  });
  await expect(page.locator('[data-opened="too-big"]')).toContainText('۵۰');
  expect(page.url()).toBe(address);
  await expect(page.locator('main')).toHaveAttribute('data-run', 'done');
  expect(problems).toEqual([]);
});
