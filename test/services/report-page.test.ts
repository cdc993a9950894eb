import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { demoResult, type DemoResult } from '../support/demo-result.js';
import { Workbench } from '../support/processes.js';

const CHROMIUM = process.env['MAMMOFED_CHROMIUM'] ?? '/usr/bin/chromium';
// Without the last five the browser looks for its maker's hosts at every start.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe('the report of a demo, in a browser', () => {
  const workbench = new Workbench();
  let result: DemoResult;
  let browser: Browser;

  beforeAll(async () => {
    const out = join(await workbench.dir(), 'out');
    const options = [
      '--sites',
      '2',
      '--rounds',
      '2',
      '--epochs',
      '1',
      '--width',
      '1/32',
      '--size',
      '32',
      '--seed',
      '5',
    ];
    options.push('--model', 'unet,deconvnet', '--baselines');
    result = demoResult((await workbench.must('demo', '--out', out, '--json', ...options)).stdout);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    await workbench.end();
  });

  /** Opens the report and notes everything that it asks for beyond itself, and every complaint of the browser. */
  async function open(width: number, colorScheme: 'light' | 'dark'): Promise<{ page: Page; trouble: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const trouble: string[] = [];
    const own = pathToFileURL(result.reportPath).href;
    page.on('request', (request) => {
      if (request.url() !== own && !request.url().startsWith('data:')) trouble.push(`asks for ${request.url()}`);
    });
    page.on('console', (message) => trouble.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
    await page.goto(own);
    return { page, trouble };
  }

  it('shows its figures, tables and overlays, and asks for nothing outside itself', async () => {
    const { page, trouble } = await open(1200, 'light');
    const text = await page.locator('body').innerText();
    for (const expected of [result.modelSha256, 'site-1', 'site-2', 'Dice']) expect(text).toContain(expected);
    for (const row of [...result.evaluation.final, ...result.experiments])
      expect(text).toContain(row.dice.mean.toFixed(3));
    for (const heading of ['Learning curves', 'Sites side by side', 'Agreement on the lesion’s area', 'deconvnet'])
      expect(text).toContain(heading);
    expect(await page.locator('svg.bland-altman').count()).toBe(2);

    const images = await page
      .locator('img')
      .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
    // Two best, two median and two worst of each site.
    expect(images.length).toBeGreaterThanOrEqual(2 * 5);
    expect(Math.min(...images)).toBeGreaterThan(0);
    // The original and both networks of each, although the networks are best and worst on different images.
    const rows = page.locator('.side-by-side');
    expect(await rows.count()).toBeGreaterThanOrEqual(2 * 5);
    expect(images).toHaveLength(3 * (await rows.count()));
    expect(await page.locator('.absent').count()).toBe(0);
    const figures = await page
      .locator('svg')
      .evaluateAll((all) => all.map((figure) => figure.getBoundingClientRect().width));
    // Keys of colours are small drawings too.
    expect(figures.filter((figure) => figure > 100).length).toBeGreaterThanOrEqual(4);
    expect(trouble).toEqual([]);
    await page.close();
  });

  it.each([
    [1200, 'light'],
    [1200, 'dark'],
    [390, 'light'],
  ] as const)(
    'fits a window of %i pixels (%s): nothing sticks out of the page, text stands out from its ground',
    async (width, scheme) => {
      const { page } = await open(width, scheme);
      const { overflow, contrast } = await page.evaluate(() => {
        const luminance = (color: string): number => {
          const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
            const share = Number(part) / 255;
            return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const style = getComputedStyle(document.body);
        const ground = [document.body, document.documentElement]
          .map((element) => getComputedStyle(element).backgroundColor)
          .find((color) => color !== 'rgba(0, 0, 0, 0)');
        const [light, dark] = [luminance(style.color), luminance(ground ?? 'rgb(255, 255, 255)')].sort((a, b) => b - a);
        return {
          overflow: document.documentElement.scrollWidth - window.innerWidth,
          contrast: ((light as number) + 0.05) / ((dark as number) + 0.05),
        };
      });
      expect(overflow).toBeLessThanOrEqual(0);
      // WCAG 2.2, 1.4.3 asks for 4.5 at least.
      expect(contrast).toBeGreaterThan(4.5);
      await page.close();
    },
  );

  it('prints', async () => {
    const { page } = await open(1200, 'light');
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
    await page.close();
  });
});
