import { drop, textFile } from './files';
import { expect, test } from './server';
import { grid, pane, selectedRow } from './steps';

const SCRIPT = '<img src=x onerror=window.harmed=1><script>window.harmed=1</script>';
const HEAD = 'reference,date,amount,currency,party,text';

function ledger(differs: boolean) {
  const lines = Array.from({ length: 60 }, (_, at) => {
    const amount = `${100 + at}.${differs && at % 7 === 0 ? '01' : '00'}`;
    const day = String(1 + (at % 28)).padStart(2, '0');
    const hostile = at % 3 === 0 ? SCRIPT : 'Ordinary';
    return `R-${1000 + at},2026-10-${day},${amount},EUR,${hostile} ${at},javascript:alert(${at})`;
  });
  return `${HEAD}\n${lines.join('\n')}\n`;
}

test('a script in a file, a name or a comment is shown and never runs', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto('/new');
  await drop(page, [
    textFile(`left ${SCRIPT.replaceAll('/', '')}.csv`, ledger(false)),
    textFile('right.csv', ledger(true)),
  ]);
  await page.getByLabel('Name').fill(SCRIPT);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('What became of every entry')).toBeVisible();
  await expect(page.getByRole('heading', { name: SCRIPT })).toBeVisible();

  await page.goto(`${new URL(page.url()).pathname.replace(/\/runs\/.*/, '')}/breaks`);
  await expect(selectedRow(page)).toHaveCount(1);
  await expect(
    grid(page)
      .getByText(/<img src=x/)
      .first(),
  ).toBeVisible();
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Comment' }).fill(SCRIPT);
  await page.keyboard.press('Control+Enter');
  await expect(pane(page).getByText(SCRIPT)).toBeVisible();

  for (const [path, word] of [
    ['/', SCRIPT],
    ['/audit', 'comment'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(word).first()).toBeVisible();
  }
  expect(await page.evaluate(() => Reflect.get(window, 'harmed'))).toBeUndefined();
  expect(dialogs).toEqual([]);
});
